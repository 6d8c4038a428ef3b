/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import io.postatus.core.auth.Credentials;
import io.postatus.core.auth.RequestLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test vectors of apis/ticketutils-pos.md 2, and both readings of the path. */
class PosSignatureTest {

    private static final String SECRET = "correct-horse-7";
    private static final String ORDER = "/POS/PurchaseOrders/3f2b8c1e-6a47-4d0f-9b55-0c1d2e3f4a5b";
    private static final String PAYMENTS =
            ORDER + "/Payments?FromDate=2024-03-29T05%3A31&ToDate=2024-03-30T05%3A31&FilterByTime=true";

    @ParameterizedTest
    @CsvSource({
        "/POS/PurchaseOrders/Search, gNCxMHutNFfxUhaYnQbIENnN2X/o69wFnZeU5tN8UDs=",
        ORDER + ", 4XJzd6tS7chNXq2BGZzHCD0s2/UwSn3QMu1H65dY7Uk=",
        "/pos/purchaseorders/search, 6Ri2xEi+agO6JvHMlT57IJYBuPi1eVBlE+OHEMfKdN0="
    })
    void whatHasNothingEncodedIsSignedAlikeByBothReadings(String pathAndQuery, String signature) {
        assertThat(signature(PosSignedPath.DECODED).sign(pathAndQuery)).isEqualTo(signature);
        assertThat(signature(PosSignedPath.AS_SENT).sign(pathAndQuery)).isEqualTo(signature);
    }

    @Test
    void theReadingsDifferWhereSomethingIsEncoded() {
        assertThat(signature(PosSignedPath.DECODED).sign(PAYMENTS))
                .isEqualTo("xBIfdp3aoZ+mbu2Bo0VaMG475NwW6nUp3OWEdHOcoMk=");
        assertThat(signature(PosSignedPath.AS_SENT).sign(PAYMENTS))
                .isEqualTo("0gs0O8vXmKnjV+huFGfrd45nEeOzbLpZapD7Sk0pSdI=");
    }

    @Test
    void aPlusSignIsAPlusSignAndNoSpace() {
        assertThat(PosSignedPath.DECODED.of("/a+b?c=%2B%20d")).isEqualTo("/a+b?c=+ d");
    }

    @Test
    void everyRequestCarriesTokenAndSignatureAndNeitherIsShown() {
        PosSignature signature = signature(PosSignedPath.DECODED);
        Credentials credentials = signature
                .authenticate(new RequestLine("GET", ORDER))
                .toCompletableFuture()
                .join();

        assertThat(credentials.headers())
                .containsOnlyKeys("X-Token", "X-Signature")
                .containsEntry("X-Token", Canary.of("token"))
                .containsEntry("X-Signature", "4XJzd6tS7chNXq2BGZzHCD0s2/UwSn3QMu1H65dY7Uk=");
        assertThat(credentials + " " + signature).doesNotContain(SECRET, Canary.WORD, "4XJzd6tS7");
    }

    private static PosSignature signature(PosSignedPath reading) {
        return new PosSignature(Canary.of("token"), SECRET, reading);
    }
}
