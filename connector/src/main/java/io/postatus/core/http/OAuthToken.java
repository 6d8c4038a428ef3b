/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/**
 * The answer of a token service.
 *
 * @param expiresIn seconds; a number, or a number in a string
 * @param refreshToken a new one to use from now on; null if the service keeps to the one it has
 */
@WireRecord
record OAuthToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") @DecimalNumber BigDecimal expiresIn,
        @JsonProperty("refresh_token") String refreshToken) {

    @Override
    public String toString() {
        return "OAuthToken[***, expiresIn=" + expiresIn + "]";
    }
}
