/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Operation;

/** The operations of the Amazon side, with their documented limits. */
public enum AmazonOperation implements Operation {
    TOKEN("token", Integer.MAX_VALUE, Integer.MAX_VALUE),
    GET_PURCHASE_ORDERS_STATUS("getPurchaseOrdersStatus", 10, 10),
    GET_PURCHASE_ORDERS("getPurchaseOrders", 10, 10),
    GET_PURCHASE_ORDER("getPurchaseOrder", 10, 10),
    SUBMIT_ACKNOWLEDGEMENT("submitAcknowledgement", 10, 10),
    GET_TRANSACTION("getTransaction", 10, 20);

    private final String id;
    private final int rate;
    private final int burst;

    AmazonOperation(String id, int rate, int burst) {
        this.id = id;
        this.rate = rate;
        this.burst = burst;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean apart() {
        return this == TOKEN;
    }

    /** Requests a second. */
    public int rate() {
        return rate;
    }

    /** Requests at once. */
    public int burst() {
        return burst;
    }
}
