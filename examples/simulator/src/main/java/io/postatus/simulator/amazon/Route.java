/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Call;

/**
 * Which operation a request calls.
 *
 * @param argument what the path names, or {@code null}
 */
record Route(AmazonOperation operation, String argument) {
    static final String TOKEN_PATH = "/auth/o2/token";
    private static final String ORDERS = "/vendor/orders/v1/";
    private static final String TRANSACTION = "/vendor/transactions/v1/transactions/";
    private static final String ORDER = ORDERS + "purchaseOrders/";

    static boolean serves(String path) {
        return path.startsWith("/auth/o2/") || path.startsWith("/vendor/");
    }

    /** The operation, or {@code null} for a path or method that Amazon does not know. */
    static Route of(Call call) {
        String path = call.path();
        if (call.method().equals("POST")) {
            return switch (path) {
                case TOKEN_PATH -> new Route(AmazonOperation.TOKEN, null);
                case ORDERS + "acknowledgements" -> new Route(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT, null);
                default -> null;
            };
        }
        return call.method().equals("GET") ? reading(path) : null;
    }

    private static Route reading(String path) {
        if (path.equals(ORDERS + "purchaseOrdersStatus")) {
            return new Route(AmazonOperation.GET_PURCHASE_ORDERS_STATUS, null);
        }
        if (path.equals(ORDERS + "purchaseOrders")) {
            return new Route(AmazonOperation.GET_PURCHASE_ORDERS, null);
        }
        if (path.startsWith(ORDER) && path.length() > ORDER.length()) {
            return new Route(AmazonOperation.GET_PURCHASE_ORDER, path.substring(ORDER.length()));
        }
        if (path.startsWith(TRANSACTION) && path.length() > TRANSACTION.length()) {
            return new Route(AmazonOperation.GET_TRANSACTION, path.substring(TRANSACTION.length()));
        }
        return null;
    }
}
