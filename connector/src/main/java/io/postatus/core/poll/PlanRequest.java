/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import java.time.Instant;
import java.util.List;

/**
 * What planning may know: no more than this, and never the store.
 *
 * @param unsettled stretches up to now that are still to be read, oldest first
 * @param now the service's time
 */
public record PlanRequest(List<TimeWindow> unsettled, Instant now) {}
