/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.util.Locale;

/** The credentials of one tenant's application: made up from the tenant's id, so that clients can be set up first. */
final class Credentials {
    private final String name;
    private int secrets;
    private int refreshes;
    private boolean revoked;

    Credentials(String tenant) {
        this.name = tenant.toLowerCase(Locale.ROOT);
    }

    String tenantId() {
        return Guid.of("tenant", name);
    }

    String clientId() {
        return Guid.of("application", "of " + name);
    }

    synchronized String clientSecret() {
        return "8Q~" + name + "~secret" + (secrets == 0 ? "" : "." + secrets);
    }

    synchronized String refreshToken() {
        return refreshToken(refreshes);
    }

    synchronized String rotateSecret() {
        secrets++;
        return clientSecret();
    }

    synchronized String rotateRefreshToken() {
        refreshes++;
        return refreshToken();
    }

    synchronized void revoke() {
        revoked = true;
    }

    /** Entra keeps earlier refresh tokens good when it hands out a new one, unless told to be strict. */
    synchronized boolean accepts(String refreshToken, boolean newestOnly) {
        for (int i = newestOnly ? refreshes : 0; i <= refreshes; i++) {
            if (refreshToken(i).equals(refreshToken)) {
                return !revoked;
            }
        }
        return false;
    }

    private String refreshToken(int generation) {
        return "0.AX-" + name + (generation == 0 ? "" : "." + generation);
    }
}
