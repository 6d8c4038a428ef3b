/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * How a stretch of time was read, for anybody who wants to check the claim.
 *
 * @param epoch in which epoch of the stream
 * @param began the service's time at which the reading began
 * @param closed our time at which the slice was closed
 * @param pages pages read
 * @param orders orders seen
 * @param told changes told and confirmed
 * @param parked changes given up on
 */
public record Evidence(long epoch, Instant began, Instant closed, int pages, int orders, int told, int parked) {}
