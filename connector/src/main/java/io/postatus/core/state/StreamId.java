/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.util.regex.Pattern;

/**
 * One account read for status by one subscription: the unit of position, lease, schedule and health.
 *
 * @param vendor the scheme of the component, for example {@code amazonvendor}
 * @param account the account's id, chosen by the user
 * @param subscription tells apart the flows that each want every change, {@code default} unless said
 */
public record StreamId(String vendor, String account, String subscription) {

    /** No slash, so that the parts can be told from each other; nothing that needs escaping in a log or an MBean name. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public StreamId {
        require("vendor", vendor);
        require("account", account);
        require("subscription", subscription);
    }

    private static void require(String name, String value) {
        if (value == null || !PART.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    name + " is '" + value + "', allowed are 1 to 100 letters, digits, dots, underscores and dashes");
        }
    }

    /** {@code <vendor>/<account>/<subscription>}, as events, logs and the state store carry it. */
    @Override
    public String toString() {
        return vendor + "/" + account + "/" + subscription;
    }
}
