/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Intent;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.Parked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What exchanges came to, written down: confirmed, failed, or given up on. */
final class Confirmations {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
    private static final int POISON_TRIES = 5;
    private static final Duration POISON_SPREAD = Duration.ofMinutes(15);

    private final Parts parts;
    private final HeldStream stream;
    /** Confirmed by the stream ever, as far as it was written. */
    private long confirmedEver;

    long confirmed;
    long parked;

    Confirmations(Parts parts, HeldStream stream, long confirmedEver) {
        this.parts = parts;
        this.stream = stream;
        this.confirmedEver = confirmedEver;
    }

    /** @return the orders as they are held now, by number */
    Map<String, OrderState> write(List<Telling> batch) {
        List<Parked> poison = new ArrayList<>();
        List<OrderState> givenUp = new ArrayList<>();
        List<OrderState> toSave = new ArrayList<>();
        int good = (int) batch.stream().filter(t -> t.outcome.confirmed()).count();
        for (Telling telling : batch) {
            if (telling.outcome.confirmed()) {
                toSave.add(confirmed(telling));
            } else {
                failed(telling, confirmedEver + good, toSave, givenUp, poison);
            }
        }
        stream.save(toSave, good);
        stream.park(poison, givenUp);
        poison.forEach(this::say);
        confirmed += good;
        confirmedEver += good;
        return Stream.concat(toSave.stream(), givenUp.stream())
                .collect(Collectors.toMap(OrderState::id, Function.identity()));
    }

    private OrderState confirmed(Telling telling) {
        telling.owing.forEach(reading -> {
            reading.told++;
            reading.settle(null);
        });
        return parts.watched(telling.news.intended().confirmed(telling.news.told(), null));
    }

    private void failed(
            Telling telling,
            long confirmedNow,
            List<OrderState> toSave,
            List<OrderState> givenUp,
            List<Parked> poison) {
        OrderState intended = telling.news.intended();
        Instant now = parts.timeline().now();
        Intent tried = intended.intent().failed(now, confirmedNow);
        if (isPoison(tried, confirmedNow, now)) {
            poison.add(new Parked(
                    intended.id(),
                    tried.sequence(),
                    now,
                    tried.tries(),
                    telling.outcome.cause(),
                    telling.news.change().current().document()));
            givenUp.add(intended.parked());
            parked++;
            telling.owing.forEach(reading -> {
                reading.parked++;
                reading.settle(null);
            });
        } else {
            toSave.add(intended.failed(tried));
            String whyNot = "the exchange of order " + intended.id() + " failed: " + telling.outcome.cause();
            telling.owing.forEach(reading -> reading.settle(whyNot));
        }
    }

    /** Not before it is written, and without the document. */
    private void say(Parked given) {
        LOG.warn(
                "{}: change {} of order {} is given up on and parked after {} tries, since others could be told meanwhile;"
                        + " its slice goes on without it, and it is told again when the order changes. The last try"
                        + " failed with: {}",
                parts.stream(),
                given.sequence(),
                given.orderId(),
                given.tries(),
                given.cause());
    }

    /** R9: several tries, spread over time, while others succeeded in between. */
    private boolean isPoison(Intent tried, long confirmedNow, Instant now) {
        boolean spread = !tried.firstFailed().plus(POISON_SPREAD).isAfter(now);
        boolean othersSucceed = confirmedNow > tried.confirmedThen();
        return tried.tries() >= POISON_TRIES && (spread && othersSucceed || !parts.plays(Rule.PARK_POISON_NOT_OUTAGES));
    }
}
