/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

/** Is handed the refresh tokens that a service gives in place of the one before, to be kept where secrets are kept. */
@FunctionalInterface
public interface RefreshTokenListener {

    /**
     * Called before the first access token that came with it is used.
     *
     * @param account the id that the user chose
     */
    void renewed(String account, String refreshToken);
}
