/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.postatus.canary.Canary;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.HttpTransport;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.http.RetryPolicy;
import io.postatus.core.http.Transport;
import io.postatus.core.http.TransportLimits;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.amazon.AmazonAccount;
import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.slf4j.LoggerFactory;

/** A client over real HTTP whose waiting costs no time. */
final class AmazonVendorBench {

    static {
        // At DEBUG the HTTP client logs whole requests.
        ((Logger) LoggerFactory.getLogger("org.apache.hc")).setLevel(Level.INFO);
    }

    final VirtualTimeline time = new VirtualTimeline(Instant.parse("2026-03-02T10:00:00Z"));
    final AmazonVendorAccount account;
    final AmazonVendorClient client;
    private final Transport transport;

    AmazonVendorBench(AmazonVendorAccount account) {
        this(
                account,
                new HttpTransport(
                        HttpClientBuilder.create().disableAutomaticRetries().build(),
                        new VirtualTimeline(),
                        TransportLimits.STANDARD));
    }

    AmazonVendorBench(AmazonVendorAccount account, Transport transport) {
        this.transport = transport;
        RateBudgets budgets = new RateBudgets(time);
        this.account = account;
        TokenClient tokens = AmazonVendorTokens.client(account, exchange(account.tokenHost()), budgets);
        this.client = AmazonVendorClient.of(
                account, exchange(account.baseUrl()), new CachingTokenClient(tokens, time::now), budgets);
    }

    static AmazonVendorBench at(URI server) {
        return new AmazonVendorBench(account("acme", server, "client-1", Canary.of("secret"), Canary.of("refresh")));
    }

    static AmazonVendorBench at(Simulator simulator, AmazonAccount vendor) {
        return new AmazonVendorBench(account(
                vendor.id(),
                simulator.amazon().baseUrl(),
                vendor.clientId(),
                vendor.clientSecret(),
                vendor.refreshToken()));
    }

    static AmazonVendorBench hostile(HostileService service) {
        return new AmazonVendorBench(
                new AmazonVendorAccount(
                        "acme",
                        URI.create("https://sellingpartnerapi-na.amazon.com"),
                        false,
                        URI.create("https://api.amazon.com/auth/o2/token"),
                        "client-1",
                        HostileService.CANARY,
                        HostileService.CANARY),
                service);
    }

    static AmazonVendorAccount account(String id, URI server, String client, String secret, String refreshToken) {
        return new AmazonVendorAccount(
                id, server, false, server.resolve("/auth/o2/token"), client, secret, refreshToken);
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

    private HttpExchangeBuilder exchange(URI base) {
        return HttpExchange.of(account.id(), base)
                .transport(transport)
                .timeline(time)
                .retryPolicy(RetryPolicy.standard(new Random(1)));
    }
}
