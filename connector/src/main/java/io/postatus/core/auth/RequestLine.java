/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

/**
 * What an authenticator may see of a request: enough to sign it.
 *
 * @param method       GET, POST
 * @param pathAndQuery exactly as it goes over the wire, percent-encoded
 */
public record RequestLine(String method, String pathAndQuery) {

    /** Without the query, which may carry page tokens. */
    @Override
    public String toString() {
        int query = pathAndQuery.indexOf('?');
        return method + " " + (query < 0 ? pathAndQuery : pathAndQuery.substring(0, query));
    }
}
