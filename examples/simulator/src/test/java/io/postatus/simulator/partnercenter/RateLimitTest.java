/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static io.postatus.simulator.partnercenter.PartnerCenterOperation.GET_ORDER;
import static io.postatus.simulator.partnercenter.PartnerCenterOperation.LIST_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.SettableClock;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bucket, to the millisecond: 500 a minute are one in 120 ms (apis/partner-center-orders.md 12). */
class RateLimitTest extends PartnerFixture {
    @BeforeEach
    void login() {
        client.login();
    }

    @Test
    void fiveHundredRequestsPassAtOnceAndTheNextIsRefusedInAWayOfItsOwn() {
        exhaust();
        Reply refused = orders();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.text())
                .isEqualTo("{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 1 seconds.\"}");
        assertThat(simulator.partnerCenter().accepted("contoso", LIST_ORDERS)).isEqualTo(500);
        assertThat(simulator.partnerCenter().refused("contoso", LIST_ORDERS)).isEqualTo(1);
    }

    @Test
    void aTokenComesBackAfterExactly120MillisecondsUnlessARefusalTookIt() {
        exhaust();
        clock.advance(Duration.ofMillis(120));
        assertThat(orders().status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(119));
        assertThat(orders().status()).isEqualTo(429);
        clock.advance(Duration.ofMillis(1));
        assertThat(orders().status()).isEqualTo(429);
    }

    @Test
    void impatienceMakesTheWaitLongerButNotEndless() {
        exhaust();
        for (int i = 0; i < 20; i++) {
            orders();
        }
        assertThat(orders().header("Retry-After")).isEqualTo("3");

        clock.advance(Duration.ofSeconds(3));
        assertThat(orders().status()).isEqualTo(200);
    }

    @Test
    void refusalsMayBeFree() {
        SettableClock other = SettableClock.at("2026-03-02T10:00:00Z");
        try (Simulator lenient = Simulator.builder()
                .clock(other)
                .partnerCenter(options -> options.ratePerMinute(60).burst(1).refusedRequestsCount(false))
                .build()
                .start()) {
            PartnerClient one =
                    new PartnerClient(lenient, lenient.partnerCenter().tenant("contoso"), false);
            assertThat(one.get("/customers").status()).isEqualTo(200);
            other.advance(Duration.ofMillis(999));
            assertThat(one.get("/customers").status()).isEqualTo(429);
            other.advance(Duration.ofMillis(1));
            assertThat(one.get("/customers").status()).isEqualTo(200);
        }
    }

    @Test
    void operationsOnOrdersShareABucketAndResourcesAndTenantsDoNot() {
        exhaust();
        assertThat(order("any").status()).isEqualTo(429);
        assertThat(simulator.partnerCenter().refused("contoso", GET_ORDER)).isEqualTo(1);

        assertThat(client.get("/customers").status()).isEqualTo(200);
        PartnerTenant other = simulator.partnerCenter().tenant("other");
        String path = "/customers/" + other.customer("Northwind").id() + "/orders";
        assertThat(new PartnerClient(simulator, other, false).get(path).status())
                .isEqualTo(200);
    }

    private void exhaust() {
        for (int i = 0; i < 500; i++) {
            assertThat(orders().status()).isEqualTo(200);
        }
    }
}
