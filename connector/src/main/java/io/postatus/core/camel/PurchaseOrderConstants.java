/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import org.apache.camel.spi.Metadata;

/**
 * Headers that are the same for every service; a service's own constants extend these, so that its catalog page lists
 * both. What those of consumers say also stands in the body, since brokers drop {@code Camel*} headers.
 */
public class PurchaseOrderConstants {

    @Metadata(label = "common", javaType = "String", description = "The account's id. Consumers set it.")
    public static final String ACCOUNT = "CamelPurchaseOrderAccount";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "The same for every repeat of a change: the key for de-duplication.")
    public static final String EVENT_ID = "CamelPurchaseOrderEventId";

    @Metadata(label = "consumer", javaType = "String", description = "first-seen, changed or replayed.")
    public static final String KIND = "CamelPurchaseOrderKind";

    @Metadata(
            label = "common",
            javaType = "String",
            description =
                    "The run of a replay. Consumers set it on events that are told again because somebody asked for"
                            + " it; the operation replay takes it, or makes one up and answers with it.")
    public static final String REPLAY = "CamelPurchaseOrderReplay";

    @Metadata(
            label = "common",
            javaType = "String",
            description = "By which the service is asked for the order, unique within the account. Consumers set it.")
    public static final String ORDER_ID = "CamelPurchaseOrderId";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "What people call the order; at some services the same as its id.")
    public static final String NUMBER = "CamelPurchaseOrderNumber";

    @Metadata(label = "consumer", javaType = "String", description = "The canonical status, for example acknowledged.")
    public static final String STATUS = "CamelPurchaseOrderStatus";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "The canonical status last told; absent if the order is first seen.")
    public static final String PREVIOUS_STATUS = "CamelPurchaseOrderPreviousStatus";

    @Metadata(
            label = "consumer",
            javaType = "long",
            description = "The stream's epoch: with the sequence, events of one order can be put in order.")
    public static final String EPOCH = "CamelPurchaseOrderEpoch";

    @Metadata(label = "consumer", javaType = "long", description = "The order's counter.")
    public static final String SEQUENCE = "CamelPurchaseOrderSequence";

    @Metadata(
            label = "consumer",
            javaType = "String",
            description = "The scheme of the component that tells, for example amazonvendor.")
    public static final String SOURCE = "CamelPurchaseOrderSource";

    @Metadata(
            label = "producer",
            javaType = "java.time.Instant",
            description = "Of verify, backfill and replay: where the window of time begins, for example"
                    + " 2026-03-02T00:00:00Z; without a zone it is one of UTC.")
    public static final String FROM = "CamelPurchaseOrderFrom";

    @Metadata(
            label = "producer",
            javaType = "java.time.Instant",
            description =
                    "Of verify, backfill and replay: where the window of time ends; the end does not belong to it.")
    public static final String TO = "CamelPurchaseOrderTo";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description = "Of replay: true for the changes that were given up on.")
    public static final String PARKED = "CamelPurchaseOrderParked";

    @Metadata(
            label = "producer",
            javaType = "boolean",
            description =
                    "Answer of detectChange: whether there is a change, which is the body then. A filter can take it as it is.")
    public static final String CHANGED = "CamelPurchaseOrderChanged";

    @Metadata(
            label = "producer",
            javaType = "java.time.Instant",
            description =
                    "When the request was sent that brought the answer in the body. detectChange takes it, so that nothing told later is overruled by the answer.")
    public static final String READ_AT = "CamelPurchaseOrderReadAt";

    protected PurchaseOrderConstants() {}
}
