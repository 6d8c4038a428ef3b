/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The signature, against the vectors of the reference (section 2). */
class SignatureTest extends PosFixture {
    private static final String SECRET = "correct-horse-7";
    private static final String ORDER = "/POS/PurchaseOrders/3f2b8c1e-6a47-4d0f-9b55-0c1d2e3f4a5b";
    private static final String PAYMENTS =
            ORDER + "/Payments?FromDate=2024-03-29T05%3A31&ToDate=2024-03-30T05%3A31&FilterByTime=true";

    @ParameterizedTest
    @CsvSource({
        "DECODED, /POS/PurchaseOrders/Search, gNCxMHutNFfxUhaYnQbIENnN2X/o69wFnZeU5tN8UDs=",
        "AS_SENT, /POS/PurchaseOrders/Search, gNCxMHutNFfxUhaYnQbIENnN2X/o69wFnZeU5tN8UDs=",
        "DECODED, " + ORDER + ", 4XJzd6tS7chNXq2BGZzHCD0s2/UwSn3QMu1H65dY7Uk=",
        "DECODED, " + PAYMENTS + ", xBIfdp3aoZ+mbu2Bo0VaMG475NwW6nUp3OWEdHOcoMk=",
        "AS_SENT, " + PAYMENTS + ", 0gs0O8vXmKnjV+huFGfrd45nEeOzbLpZapD7Sk0pSdI=",
        "DECODED, /pos/purchaseorders/search, 6Ri2xEi+agO6JvHMlT57IJYBuPi1eVBlE+OHEMfKdN0=",
    })
    void theVectorsOfTheReferenceHold(SignedPath path, String target, String signature) {
        assertThat(Signature.of(path.of(target), SECRET)).isEqualTo(signature);
    }

    @Test
    void aPlusStaysAPlus() {
        assertThat(SignedPath.DECODED.of("/a+b%2Bc%20d?e=f+g")).isEqualTo("/a+b+c d?e=f+g");
    }

    @ParameterizedTest
    @CsvSource({"DECODED, 200, 401", "AS_SENT, 401, 200"})
    void onlyTheChosenReadingIsAccepted(SignedPath path, int decoded, int asSent) {
        try (Simulator other =
                Simulator.builder().pos(pos -> pos.signedPath(path)).build().start()) {
            PosSubscriber subscriber = other.pos().subscriber("tickets-1");
            PosClient here = new PosClient(other.pos().baseUrl(), subscriber.token(), subscriber.secret());
            String id = subscriber.place(order -> order.line("Hawks vs. Bears", 2, "50"));
            String target = "/POS/PurchaseOrders/" + id.replace("-", "%2D");

            assertThat(here.get(target).status()).isEqualTo(decoded);
            Map<String, String> headers = here.signed(target);
            headers.put("X-Signature", Signature.of(target, subscriber.secret()));
            assertThat(here.send("GET", target, null, headers).status()).isEqualTo(asSent);
        }
    }

    @Test
    void theCaseOfThePathCountsForTheSignatureOnly() {
        String lower = "/pos/purchaseorders/search";
        assertThat(client.post(lower, "{}").status()).isEqualTo(200);
        assertThat(client.send("POST", lower, "{}", client.signed(PosClient.SEARCH))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theBodyIsNotSigned() {
        assertThat(client.signed(PosClient.SEARCH)).containsEntry("X-Token", "token-tickets-1");
        assertThat(client.search("{}").status()).isEqualTo(200);
        assertThat(client.search("{\"Page\": 2}").status()).isEqualTo(200);
    }
}
