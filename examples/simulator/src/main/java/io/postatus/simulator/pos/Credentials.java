/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

/** Token and secret of one subscriber: made up from its id, so that a client can be configured in advance. */
final class Credentials {
    private final String subscriber;
    private final String token;
    private int generation;
    private boolean revoked;

    Credentials(String subscriber) {
        this.subscriber = subscriber;
        this.token = "token-" + subscriber;
    }

    String token() {
        return token;
    }

    synchronized String secret() {
        return "secret-" + subscriber + (generation == 0 ? "" : "-" + generation);
    }

    synchronized String rotateSecret() {
        generation++;
        return secret();
    }

    synchronized void revoke() {
        revoked = true;
    }

    synchronized boolean revoked() {
        return revoked;
    }
}
