/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

/** Of what the reading of a service consists, which decides what can be said of it. */
enum Reading {
    /** Of stretches of time, whose pages show the orders. */
    WINDOWS("windows"),
    /** Of stretches of time that say which orders moved, and of these orders, one by one. */
    WINDOWS_AND_ORDERS("windows and orders"),
    /** Of lists of customers and of their orders, and of orders one by one. Time plays no part in it. */
    LISTS_AND_ORDERS("lists and orders");

    private final String pieces;

    Reading(String pieces) {
        this.pieces = pieces;
    }

    /** Of a service that is not known to be asked by time nothing is said of time. */
    static Reading of(String source) {
        return switch (source) {
            case "amazonvendor" -> WINDOWS;
            case "pos" -> WINDOWS_AND_ORDERS;
            default -> LISTS_AND_ORDERS;
        };
    }

    String pieces() {
        return pieces;
    }

    boolean isByTime() {
        return this != LISTS_AND_ORDERS;
    }

    /** Whether all that there is to read is known from the start, and each page shows other orders. */
    boolean isPlannedInFull() {
        return this == WINDOWS;
    }
}
