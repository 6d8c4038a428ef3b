/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.RefreshTokenListener;
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
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.slf4j.LoggerFactory;

/** A client over real HTTP whose waiting costs no time. */
final class PartnerCenterBench {

    static {
        // At DEBUG the HTTP client logs whole requests.
        ((Logger) LoggerFactory.getLogger("org.apache.hc")).setLevel(Level.INFO);
    }

    final VirtualTimeline time;
    final PartnerCenterAccount account;
    final PartnerCenterClient client;
    /** Refresh tokens that were handed back. */
    final List<String> renewed = new ArrayList<>();

    private final Transport transport;

    PartnerCenterBench(PartnerCenterAccount account) {
        this(account, (id, token) -> {}, new VirtualTimeline(Instant.parse("2026-03-02T10:00:00Z")));
    }

    PartnerCenterBench(PartnerCenterAccount account, RefreshTokenListener listener, VirtualTimeline time) {
        this(
                account,
                listener,
                time,
                new HttpTransport(
                        HttpClientBuilder.create().disableAutomaticRetries().build(),
                        new VirtualTimeline(),
                        TransportLimits.STANDARD));
    }

    PartnerCenterBench(
            PartnerCenterAccount account, RefreshTokenListener listener, VirtualTimeline time, Transport transport) {
        this.account = account;
        this.transport = transport;
        this.time = time;
        RateBudgets budgets = new RateBudgets(time);
        Random random = new Random(7);
        TokenClient tokens =
                PartnerCenterTokens.client(account, exchange(account.tokenHost()), budgets, (id, token) -> {
                    renewed.add(token);
                    listener.renewed(id, token);
                });
        this.client = PartnerCenterClient.of(
                account,
                exchange(account.baseUrl()),
                new CachingTokenClient(tokens, time::now),
                budgets,
                () -> new UUID(random.nextLong(), random.nextLong()));
    }

    static PartnerCenterBench applicationOnly(PartnerTenant tenant) {
        return new PartnerCenterBench(account(tenant, PartnerCenterTokenVersion.v2, null));
    }

    static PartnerCenterBench withUser(PartnerTenant tenant) {
        return new PartnerCenterBench(account(tenant, PartnerCenterTokenVersion.v2, tenant.refreshToken()));
    }

    static PartnerCenterBench hostile(HostileService service) {
        PartnerCenterAccount account = new PartnerCenterAccount(
                "contoso",
                "contoso.onmicrosoft.com",
                URI.create("https://api.partnercenter.microsoft.com"),
                URI.create("https://login.example.com/contoso/oauth2/token"),
                PartnerCenterTokenVersion.v2,
                PartnerCenterCloud.global.resource(),
                "client-1",
                HostileService.CANARY,
                null,
                PartnerCenterLimits.MOST_A_MINUTE);
        return new PartnerCenterBench(
                account, (id, token) -> {}, new VirtualTimeline(Instant.parse("2026-03-02T10:00:00Z")), service);
    }

    static PartnerCenterAccount account(PartnerTenant tenant, PartnerCenterTokenVersion version, String refreshToken) {
        URI tokenUrl = version == PartnerCenterTokenVersion.v1 ? tenant.legacyTokenUrl() : tenant.tokenUrl();
        return new PartnerCenterAccount(
                "contoso",
                tenant.tenantId(),
                tenant.baseUrl(),
                tokenUrl,
                version,
                PartnerCenterCloud.global.resource(),
                tenant.clientId(),
                tenant.clientSecret(),
                refreshToken,
                240);
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
