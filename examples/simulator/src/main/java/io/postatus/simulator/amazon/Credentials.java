/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.util.Locale;

/** The credentials of one account: made up from its id, so that a client can be configured in advance. */
final class Credentials {
    private final String name;
    private int generation;
    private boolean revoked;

    Credentials(String account) {
        this.name = account.toLowerCase(Locale.ROOT);
    }

    String clientId() {
        return "amzn1.application-oa2-client." + name;
    }

    synchronized String clientSecret() {
        return "amzn1.oa2-cs.v1." + name + (generation == 0 ? "" : "." + generation);
    }

    String refreshToken() {
        return "Atzr|" + name;
    }

    synchronized String rotateSecret() {
        generation++;
        return clientSecret();
    }

    synchronized void revoke() {
        revoked = true;
    }

    synchronized boolean revoked() {
        return revoked;
    }
}
