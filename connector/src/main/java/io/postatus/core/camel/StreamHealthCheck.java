/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/** Camel's check of a polling consumer, which is DOWN also if its polls are good and nothing comes of them. */
final class StreamHealthCheck extends ScheduledPollConsumerHealthCheck {
    private final StatusConsumer consumer;

    StreamHealthCheck(StatusConsumer consumer) {
        super(consumer, "consumer:" + consumer.getRouteId());
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result polls = super.call(options);
        List<String> troubles = polls.getState() == State.UP ? consumer.troubles() : List.of();
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .details(polls.getDetails())
                .details(consumer.getLastErrorDetails())
                .state(polls.getState());
        polls.getMessage().ifPresent(result::message);
        polls.getError().ifPresent(result::error);
        return troubles.isEmpty()
                ? result.build()
                : result.message(String.join(" ", troubles)).down().build();
    }
}
