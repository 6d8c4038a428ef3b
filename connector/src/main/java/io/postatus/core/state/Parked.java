/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.time.Instant;

/**
 * A change that could not be told although others could, or a document that could not be read.
 *
 * @param orderId the order, or {@code unreadable-<digest>} where the document does not even show that
 * @param sequence the change's sequence, 0 for an unreadable document
 * @param cause what went wrong, without secrets
 * @param document the service's own document
 */
public record Parked(String orderId, long sequence, Instant since, int tries, String cause, String document) {}
