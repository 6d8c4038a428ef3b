/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.postatus.canary.Canary;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpTransport;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RetryPolicy;
import io.postatus.core.http.Transport;
import io.postatus.core.http.TransportLimits;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.pos.PosSubscriber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.slf4j.LoggerFactory;

/** A client whose waiting costs no time. */
final class PosBench {

    static {
        // At DEBUG the HTTP client logs whole requests.
        ((Logger) LoggerFactory.getLogger("org.apache.hc")).setLevel(Level.INFO);
    }

    final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-03-02T10:00:00Z"));
    final PosAccount account;
    final PosClient client;

    PosBench(PosAccount account, Transport transport) {
        this.account = account;
        this.client = PosClient.of(
                account,
                HttpExchange.of(account.id(), account.baseUrl())
                        .transport(transport)
                        .timeline(time)
                        .retryPolicy(RetryPolicy.standard(new Random(1))),
                new RateBudgets(time));
    }

    static PosBench at(Simulator simulator, PosSubscriber subscriber) {
        return at(simulator, subscriber, PosSignedPath.DECODED, "UTC");
    }

    static PosBench at(Simulator simulator, PosSubscriber subscriber, PosSignedPath signedPath, String zone) {
        return new PosBench(
                new PosAccount(
                        subscriber.id(),
                        simulator.pos().baseUrl(),
                        subscriber.token(),
                        subscriber.secret(),
                        signedPath,
                        ZoneId.of(zone),
                        50),
                new HttpTransport(
                        HttpClientBuilder.create().disableAutomaticRetries().build(),
                        new VirtualTimeline(),
                        TransportLimits.STANDARD));
    }

    /** A service that is a function. */
    static PosBench with(Transport service) {
        return new PosBench(
                new PosAccount(
                        "tickets-1",
                        URI.create("https://pos.example.com"),
                        Canary.of("token"),
                        Canary.of("secret"),
                        PosSignedPath.DECODED,
                        ZoneId.of("UTC"),
                        50),
                service);
    }

    static PosBench hostile(HostileService service) {
        return new PosBench(
                new PosAccount(
                        "tickets-1",
                        URI.create("https://pos.example.com"),
                        HostileService.CANARY,
                        HostileService.CANARY,
                        PosSignedPath.DECODED,
                        ZoneId.of("UTC"),
                        50),
                service);
    }

    PosStatusSource source(int pageSize) {
        return new PosStatusSource(client, account, PosStatuses.parse(null), Duration.ofDays(1), pageSize);
    }

    /** The answer, or the exception that the stage ended with. */
    <T> T answer(CompletionStage<T> stage) {
        time.runUntilIdle();
        try {
            return stage.toCompletableFuture().getNow(null);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
