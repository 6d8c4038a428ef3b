/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

/**
 * Headers of the exchanges that the consumers create. What they say also stands in the body, since brokers drop
 * {@code Camel*} headers.
 */
public final class PurchaseOrderConstants {

    /** The account's id: set by consumers; chosen with it, one of the configured accounts, for producers. */
    public static final String ACCOUNT = "CamelPurchaseOrderAccount";
    /** The same for every repeat of a change: the key for de-duplication. */
    public static final String EVENT_ID = "CamelPurchaseOrderEventId";
    /** {@code first-seen} or {@code changed}. */
    public static final String KIND = "CamelPurchaseOrderKind";
    /** The order's number at the service. */
    public static final String NUMBER = "CamelPurchaseOrderNumber";
    /** The canonical status, for example {@code acknowledged}. */
    public static final String STATUS = "CamelPurchaseOrderStatus";
    /** The canonical status last told; absent if the order is first seen. */
    public static final String PREVIOUS_STATUS = "CamelPurchaseOrderPreviousStatus";
    /** The stream's epoch: with the sequence, events of one order can be put in order. */
    public static final String EPOCH = "CamelPurchaseOrderEpoch";
    /** The order's counter. */
    public static final String SEQUENCE = "CamelPurchaseOrderSequence";
    /** The scheme of the component that tells, for example {@code amazonvendor}. */
    public static final String SOURCE = "CamelPurchaseOrderSource";

    /** Whether {@code detectChange} found a change: a boolean, so that a filter can take it as it is. */
    public static final String CHANGED = "CamelPurchaseOrderChanged";
    /** When the request was sent that brought the answer in the body: nothing told later is overruled by it. */
    public static final String READ_AT = "CamelPurchaseOrderReadAt";

    private PurchaseOrderConstants() {}
}
