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
 */
@WireRecord
record OAuthToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") @DecimalNumber BigDecimal expiresIn) {

    @Override
    public String toString() {
        return "OAuthToken[***, expiresIn=" + expiresIn + "]";
    }
}
