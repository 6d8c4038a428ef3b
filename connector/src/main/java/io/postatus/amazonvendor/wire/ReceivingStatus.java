/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import io.postatus.core.wire.DateTime;
import io.postatus.core.wire.WireRecord;
import java.time.Instant;

/**
 * What has arrived of a line.
 *
 * @param receiveStatus {@code NOT_RECEIVED}, {@code PARTIALLY_RECEIVED}, {@code RECEIVED}: all confirmed units are in
 * @param receivedQuantity the total; its unit may differ from that of the order
 */
@WireRecord
public record ReceivingStatus(String receiveStatus, ItemQuantity receivedQuantity, @DateTime Instant lastReceiveDate) {}
