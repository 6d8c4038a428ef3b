/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Message;

/** A change as a message: itself in the body, what brokers and filters ask for in the headers. */
final class ChangeMessage {

    private ChangeMessage() {}

    static void fill(Message message, PurchaseOrderChange change) {
        message.setBody(change);
        message.setHeader(PurchaseOrderConstants.ACCOUNT, change.current().account());
        message.setHeader(PurchaseOrderConstants.SOURCE, change.current().source());
        message.setHeader(PurchaseOrderConstants.EVENT_ID, change.eventId());
        message.setHeader(PurchaseOrderConstants.KIND, change.kind().toString());
        message.setHeader(PurchaseOrderConstants.ORDER_ID, change.current().id());
        message.setHeader(PurchaseOrderConstants.NUMBER, change.current().purchaseOrderNumber());
        message.setHeader(
                PurchaseOrderConstants.STATUS, change.current().status().toString());
        message.setHeader(PurchaseOrderConstants.EPOCH, change.epoch());
        message.setHeader(PurchaseOrderConstants.SEQUENCE, change.sequence());
        if (change.replay() != null) {
            message.setHeader(PurchaseOrderConstants.REPLAY, change.replay());
        }
        if (change.previous() != null) {
            message.setHeader(
                    PurchaseOrderConstants.PREVIOUS_STATUS,
                    change.previous().status().toString());
        }
    }
}
