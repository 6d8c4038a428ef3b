/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import io.postatus.simulator.Operation;

/** The operations of the POS side, named by method and path as on the vendor's help pages (section 4). */
public enum PosOperation implements Operation {
    GET_PURCHASE_ORDER("GET", "{id}"),
    SEARCH_PURCHASE_ORDERS("POST", "Search"),
    UPDATE_PURCHASE_ORDER("PUT", "{id}"),
    GET_REVISIONS("GET", "{id}/Revisions"),
    GET_PAYMENTS("GET", "{id}/Payments"),
    GET_PAYMENT("GET", "{id}/Payments/{PurchaseOrderPaymentId}"),
    ADD_PAYMENT("POST", "{id}/Payments"),
    REFUND_PAYMENT("PUT", "{id}/Payments/{paymentId}/refund");

    static final String ROOT = "POS/PurchaseOrders";
    private final String method;
    private final String path;

    PosOperation(String method, String path) {
        this.method = method;
        this.path = path;
    }

    @Override
    public String id() {
        return method + " " + ROOT + "/" + path;
    }

    String method() {
        return method;
    }

    /** The words of the path after the root; those in braces stand for any word. */
    String[] words() {
        return path.split("/");
    }
}
