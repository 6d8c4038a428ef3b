/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.postatus.core.wire.DecimalNumber;
import io.postatus.core.wire.WireRecord;
import java.math.BigDecimal;

/**
 * The answer of Login with Amazon. See apis/amazon-vendor-orders.md 3.2.
 *
 * @param expiresIn seconds; a number, or a number in a string
 */
@WireRecord
public record LwaToken(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") @DecimalNumber BigDecimal expiresIn) {

    @Override
    public String toString() {
        return "LwaToken[***, expiresIn=" + expiresIn + "]";
    }
}
