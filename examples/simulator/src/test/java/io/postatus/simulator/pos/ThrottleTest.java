/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static io.postatus.simulator.pos.PosOperation.SEARCH_PURCHASE_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The unknown limit, made known (reference, section 8). */
class ThrottleTest extends PosFixture {
    @Override
    void choose(PosOptions options) {
        options.throttle(3, Duration.ofSeconds(60));
    }

    @Test
    void soManyRequestsPassInAWindowAndTheRestIsToldToWait() {
        String id = place();
        assertThat(today().status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(19_500));
        assertThat(client.one(id).status()).isEqualTo(200);
        assertThat(today().status()).isEqualTo(200);

        Reply refused = today();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.message()).isEqualTo("Too many requests.");
        assertThat(refused.header("Retry-After")).isEqualTo("41");
        clock.advance(Duration.ofMillis(40_500));
        assertThat(today().status()).isEqualTo(200);
        assertThat(simulator.pos().accepted("tickets-1", SEARCH_PURCHASE_ORDERS))
                .isEqualTo(3);
        assertThat(simulator.pos().refused("tickets-1", SEARCH_PURCHASE_ORDERS)).isEqualTo(1);
    }

    @Test
    void eachSubscriberHasItsOwnLimit() {
        for (int i = 0; i < 4; i++) {
            today();
        }
        PosSubscriber other = simulator.pos().subscriber("tickets-2");
        assertThat(new PosClient(simulator.pos().baseUrl(), other.token(), other.secret())
                        .search("{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void howLongToWaitMayStayUntold() {
        try (Simulator silent = Simulator.builder()
                .pos(pos -> pos.throttle(1, Duration.ofHours(1)).retryAfter(false))
                .build()
                .start()) {
            PosSubscriber subscriber = silent.pos().subscriber("tickets-1");
            PosClient here = new PosClient(silent.pos().baseUrl(), subscriber.token(), subscriber.secret());
            here.search("{}");
            assertThat(here.search("{}").header("Retry-After")).isNull();
        }
    }
}
