/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static io.postatus.simulator.amazon.AmazonOperation.GET_PURCHASE_ORDERS_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.amazon.VendorClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bucket, to the millisecond (reference, section 9). */
class RateLimitTest extends AmazonFixture {
    @Test
    void tenRequestsPassAtOnceAndTheEleventhIsRefused() {
        exhaust(10);
        Reply refused = client.status();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("QuotaExceeded");
        assertThat(refused.header("x-amzn-RateLimit-Limit")).isNull();
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(simulator.amazon().accepted("ACME1", GET_PURCHASE_ORDERS_STATUS))
                .isEqualTo(10);
        assertThat(simulator.amazon().refused("ACME1", GET_PURCHASE_ORDERS_STATUS))
                .isEqualTo(1);
    }

    @Test
    void aTokenComesBackAfterExactlyAHundredMilliseconds() {
        exhaust(10);
        clock.advance(Duration.ofMillis(99));
        assertThat(client.status().status()).isEqualTo(429);
        clock.advance(Duration.ofMillis(1));
        assertThat(client.status().status()).isEqualTo(200);
        assertThat(client.status().status()).isEqualTo(429);
    }

    @Test
    void anIdleBucketFillsToItsBurstAndNoFurther() {
        exhaust(10);
        clock.advance(Duration.ofMinutes(10));
        exhaust(10);
        assertThat(client.status().status()).isEqualTo(429);
    }

    @Test
    void operationsAndAccountsHaveTheirOwnBuckets() {
        exhaust(10);
        assertThat(client.get(VendorClient.ORDERS).status()).isEqualTo(200);
        assertThat(new VendorClient(simulator, simulator.amazon().account("OTHER"))
                        .status()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void getTransactionHasABurstOfTwenty() {
        String path = "/vendor/transactions/v1/transactions/20260302143000-3f0c2f0e-5b9e-4c0e-9a53-0a5d0e1f7b11";
        for (int i = 0; i < 20; i++) {
            assertThat(client.get(path).status()).isEqualTo(404);
        }
        assertThat(client.get(path).status()).isEqualTo(429);
    }

    private void exhaust(int times) {
        for (int i = 0; i < times; i++) {
            Reply reply = client.status();
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("x-amzn-RateLimit-Limit")).isEqualTo("10.0");
        }
    }
}
