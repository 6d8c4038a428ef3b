/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.Answer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** An exchange that asked ends, whatever comes of it. */
class CallProducerTest {

    @Test
    void anAnswerThatCannotBeHandedOnIsTheExchangesFailure() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            StatusEndpoint endpoint = camel.getEndpoint(
                    "pos:getPurchaseOrder?account=acme&apiKey=key&secretKey=secret", StatusEndpoint.class);
            Answer<String> withoutResponse = new Answer<>("order", null, null);
            AnswerHeaders headers = new AnswerHeaders("status", null, "next", "more");
            CallProducer<?> producer = new CallProducer<>(endpoint, headers, () -> withoutResponse) {
                @Override
                protected CompletionStage<Answer<String>> call(Answer<String> client, RequestMessage message) {
                    return CompletableFuture.completedFuture(client);
                }
            };
            producer.start();
            Exchange exchange = endpoint.createExchange();
            AtomicInteger done = new AtomicInteger();

            producer.process(exchange, doneSync -> done.incrementAndGet());

            assertThat(done).hasValue(1);
            assertThat(exchange.getException()).isInstanceOf(NullPointerException.class);
            producer.stop();
        }
    }
}
