/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** The client as the connector gets it: configured by camel-http, less what would act behind our back. */
final class CamelHttpClient implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final HttpEndpoint endpoint;

    CamelHttpClient() throws Exception {
        this(20);
    }

    CamelHttpClient(int connectionsPerRoute) throws Exception {
        context.start();
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        http.setConnectionsPerRoute(connectionsPerRoute);
        endpoint = (HttpEndpoint) http.createEndpoint("http://localhost");
        endpoint.setHttpClientConfigurer(CompositeHttpConfigurer.combineConfigurers(
                endpoint.getHttpClientConfigurer(), builder -> builder.disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableContentCompression()
                        .disableCookieManagement()));
        ServiceHelper.startService(endpoint);
    }

    HttpClient client() {
        return endpoint.getHttpClient();
    }

    /** A client with every convenience on but the one that cannot be switched off for a single request. */
    static HttpClient careless() {
        return HttpClientBuilder.create().disableAutomaticRetries().build();
    }

    @Override
    public void close() {
        ServiceHelper.stopService(endpoint);
        context.stop();
    }
}
