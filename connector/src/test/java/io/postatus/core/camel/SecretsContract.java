/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.TestVendor.route;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.postatus.canary.Canary;
import io.postatus.core.http.ApiException;
import io.postatus.core.state.StateText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.management.JMRuntimeException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ExceptionHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials go to the service that they are for and to nobody else, and nothing that people can look at shows them. */
interface SecretsContract extends RimFixture {

    /** What makes Camel's own HTTP components, a proxy or a server ask somebody else. */
    List<String> ADDRESSES = List.of(
            Exchange.HTTP_URI,
            Exchange.HTTP_URL,
            Exchange.HTTP_BASE_URI,
            Exchange.HTTP_HOST,
            Exchange.HTTP_PATH,
            Exchange.HTTP_QUERY,
            Exchange.HTTP_RAW_QUERY,
            Exchange.HTTP_SCHEME,
            Exchange.REST_HTTP_URI,
            Exchange.TO_ENDPOINT,
            Exchange.SLIP_ENDPOINT,
            "CamelNettyHttpHost",
            "Host",
            "Location",
            "Forwarded",
            "X-Forwarded-Host",
            "baseUrl",
            "tokenUrl");

    @Test
    default void nothingInAMessageSaysWhereCredentialsGo() {
        try (Stranger stranger = Stranger.echoing(200)) {
            DefaultCamelContext camel = vendor().camel();
            List<String> addresses = List.of(
                    stranger.base() + "/v1/customers",
                    "//" + stranger.base().getAuthority() + "/",
                    "@" + stranger.base().getAuthority() + "/",
                    link(stranger));
            for (String address : addresses) {
                int before = vendor().requests().size();
                send(camel, vendor().lookup(), namesOfAddresses(), address);
                assertThat(stranger.visits()).isEmpty();
                assertThat(vendor().requests()).hasSizeGreaterThan(before);
                for (String operation : vendor().producers().split(", ")) {
                    String uri = vendor().lookup().replaceFirst(":\\w+", ":" + operation);
                    send(camel, uri, namesOfAddresses(), address);
                    send(camel, uri, namesOfThings(), address);
                }
            }
            vendor().headers().forEach(name -> send(camel, vendor().lookup(), List.of(name), addresses.get(0)));
            assertThat(stranger.visits()).isEmpty();
        }
    }

    /** As Partner Center writes the link to a next page, and as we hand it on. */
    private static String link(Stranger stranger) {
        String json = "{\"uri\":\"" + stranger.base() + "/v1/customers\",\"method\":\"GET\",\"headers\":[]}";
        return Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> namesOfAddresses() {
        return Stream.concat(
                        ADDRESSES.stream(),
                        Stream.of("CamelAmazonVendor", "CamelPartnerCenter", "CamelPos", "CamelPurchaseOrder", "Camel")
                                .flatMap(prefix -> Stream.of(prefix + "BaseUrl", prefix + "TokenUrl")))
                .toList();
    }

    /** What becomes part of a path or, for a page, of the whole request. */
    private List<String> namesOfThings() {
        return vendor().headers().stream()
                .filter(name -> name.matches(".*(Id|Number|Token)"))
                .toList();
    }

    /** Whatever becomes of it. */
    private static void send(DefaultCamelContext camel, String uri, List<String> names, String address) {
        Exchange exchange = camel.getEndpoint(uri).createExchange();
        exchange.getMessage().setBody(address);
        for (String name : names) {
            exchange.getMessage().setHeader(name, address);
            exchange.setProperty(name, address);
            exchange.setVariable(name, address);
        }
        camel.createProducerTemplate().send(uri, exchange);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    default void aRedirectTakesNoCredentialAlong(int status) {
        assertThatCredentialsStay(status, "baseUrl", "");
    }

    @Test
    default void aRedirectOfTheTokenServiceTakesNoCredentialAlong() {
        assumeThat(vendor().addresses()).as("the service has tokens").containsKey("tokenUrl");
        assertThatCredentialsStay(307, "tokenUrl", "/oauth2/token");
    }

    private void assertThatCredentialsStay(int status, String option, String path) {
        try (Stranger stranger = Stranger.echoing(200);
                Stranger service = Stranger.redirecting(status, stranger)) {
            Map<String, String> options = vendor().options();
            options.put(option, service.base() + path);
            DefaultCamelContext camel = vendor().camel(options, setup -> {});
            poll(camel, vendor().status());
            soon().until(() -> consumer(camel).getFailuresInARow() > 0);

            assertThat(consumer(camel).getLastFailure()).contains("redirects are never followed (" + status);
            assertThat(service.visits()).isNotEmpty().allSatisfy(visit -> assertThat(Canary.in(visit))
                    .as("credentials")
                    .isPresent());
            assertThat(stranger.visits()).isEmpty();
        }
    }

    /**
     * After a good poll, and with a service that repeats all that it is sent. The consumer's credentials stand in its URI,
     * where they are most in danger; the producer's do not, since Camel copies the URI of a producer into every exchange.
     */
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401})
    default void noSecretIsInAnythingThatPeopleSee(int status) throws Exception {
        List<String> shown = new ArrayList<>();
        DefaultCamelContext good = withHealth();
        poll(good, withCredentials(vendor().status() + stateFile()));
        vendor().place();
        told().number(1);
        soon().until(() -> !consumer(good).getLastGoodPoll().isEmpty());
        shown.addAll(shownBy(good));
        good.stop();
        try (Stranger echo = Stranger.echoing(status)) {
            List<Exchange> failed = new CopyOnWriteArrayList<>();
            DefaultCamelContext bad = withHealth();
            String there = "baseUrl=" + echo.base();
            route(bad, rb -> {
                rb.onException(Throwable.class).handled(true).process(exchange -> failed.add(exchange.copy()));
                rb.from(withCredentials(vendor().status() + stateFile() + "&" + there))
                        .routeId("flow")
                        .process(told());
                rb.from("direct:ask").to(vendor().lookup() + "&" + there);
            });
            bad.createProducerTemplate().sendBody("direct:ask", "");
            soon().until(() -> consumer(bad).getFailuresInARow() > 0);
            shown.addAll(shownBy(bad));
            assertThat(failed).hasSize(1);
            shown.addAll(partsOf(failed.get(0)));
            assertThat(echo.visits()).isNotEmpty().allSatisfy(visit -> assertThat(Canary.in(visit))
                    .as("a secret")
                    .isPresent());
        }
        shown.addAll(StateText.of(folder().resolve("positions.db")));

        assertThat(shown).hasSizeGreaterThan(300);
        vendor().assertNoSecret(shown);
    }

    private String withCredentials(String uri) {
        StringBuilder all = new StringBuilder(uri);
        vendor().credentials().forEach((name, value) -> all.append('&')
                .append(name)
                .append("=RAW(")
                .append(value)
                .append(')'));
        return all.toString();
    }

    /** By JMX, health checks, the developer console, and as text in somebody's log. */
    private static List<String> shownBy(DefaultCamelContext camel) throws Exception {
        List<String> shown = new ArrayList<>();
        MBeanServer server = camel.getManagementStrategy().getManagementAgent().getMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            shown.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                shown.add(name + " " + attribute.getName() + " "
                        + ManagementContract.attribute(camel, name, attribute.getName()));
            }
        }
        assertThat(shown).as("what JMX shows").hasSizeGreaterThan(100);
        ObjectName consumer = ManagementContract.bean(camel, "type=consumers");
        for (String operation : List.of("exportCoverage", "exportParked", "driftReport")) {
            shown.add(answer(server, consumer, operation));
        }
        Instant now = Instant.now();
        shown.add(answer(server, consumer, "verify", now.minusSeconds(600).toString(), now.toString()));
        HealthCheckHelper.invoke(camel).forEach(result -> shown.addAll(HealthContract.words(result)));
        DevConsole console = camel.getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("purchase-orders");
        shown.add(console.call(DevConsole.MediaType.TEXT).toString());
        shown.add(console.call(DevConsole.MediaType.JSON).toString());
        camel.getEndpoints().stream().map(Endpoint::toString).forEach(shown::add);
        shown.add(consumer(camel).toString());
        shown.add(consumer(camel).getLastFailure());
        shown.add(consumer(camel).getEndpoint().getConfiguration().toString());
        return shown;
    }

    private static String answer(MBeanServer server, ObjectName name, String operation, String... parameters)
            throws Exception {
        String[] types =
                Stream.of(parameters).map(each -> String.class.getName()).toArray(String[]::new);
        try {
            return operation + " " + server.invoke(name, operation, parameters, types);
        } catch (MBeanException | JMRuntimeException e) {
            return operation + " " + ExceptionHelper.stackTraceToString(e);
        }
    }

    private static List<String> partsOf(Exchange exchange) {
        List<String> parts = new ArrayList<>();
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        assertThat(failure).isInstanceOf(ApiException.class);
        parts.add(ExceptionHelper.stackTraceToString(failure));
        parts.add(String.valueOf(exchange.getMessage().getBody()));
        exchange.getMessage().getHeaders().forEach((name, value) -> parts.add(name + " " + value));
        exchange.getAllProperties().forEach((name, value) -> parts.add(name + " " + value));
        return parts;
    }

    private DefaultCamelContext withHealth() {
        return vendor().camel(HealthContract::watchConsumers);
    }
}
