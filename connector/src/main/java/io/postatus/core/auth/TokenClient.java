/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.auth;

import java.util.concurrent.CompletionStage;

/** Gets an access token, asynchronously because a token service may be slow just when many streams need it. */
@FunctionalInterface
public interface TokenClient {

    CompletionStage<AccessToken> fetch();
}
