/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.auth.CachingTokenClient;
import io.postatus.core.auth.TokenClient;
import io.postatus.core.http.HttpExchange;
import io.postatus.core.http.HttpExchangeBuilder;
import io.postatus.core.http.RateBudgets;
import io.postatus.core.time.Timeline;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** What a vendor's client is made of. Everything in it is shared by the endpoints of one context. */
public final class Connections {
    private final ContextResources resources;
    private final Duration requestTimeout;

    Connections(ContextResources resources, Duration requestTimeout) {
        this.resources = resources;
        this.requestTimeout = requestTimeout;
    }

    /** An exchange with a service, over the client that camel-http configures for its scheme. */
    public HttpExchangeBuilder exchange(String account, URI base) {
        return HttpExchange.of(account, base)
                .transport(resources.transport(base, requestTimeout))
                .timeline(resources.turns());
    }

    /** The rights to send, shared by all that use the same application, account and operation. */
    public RateBudgets budgets() {
        return resources.budgets();
    }

    /**
     * The tokens of one credential: one refresh at a time, whoever asks.
     *
     * @param credential what tells credentials apart; a digest, never the secret itself
     */
    public CachingTokenClient tokens(String credential, Supplier<TokenClient> client) {
        return resources.tokens(credential, client);
    }

    public Timeline timeline() {
        return resources.timeline();
    }
}
