/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

/**
 * When a fault may strike.
 *
 * @param operation the operation called, or {@code null} where the world itself is concerned
 * @param account the account concerned, or {@code null} while it is not known
 * @param page the number of the page asked for, from 1
 */
public record Occasion(Operation operation, String account, int page) {
    /** A first or only page. */
    public static Occasion of(Operation operation, String account) {
        return new Occasion(operation, account, 1);
    }

    /** The same occasion once the account is known. */
    public Occasion withAccount(String known) {
        return new Occasion(operation, known, page);
    }

    boolean apart() {
        return operation != null && operation.apart();
    }

    /** The same occasion once the page is known. */
    public Occasion withPage(int number) {
        return new Occasion(operation, account, number);
    }
}
