/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.canary.Canary;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Operation;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.SimulatorBuilder;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;

/**
 * A simulated service with one account, {@code acme}, and the Camel contexts that speak with it. What a vendor says is
 * abstract here, or has the usual answer. When it closes, nothing private must have been logged
 * and nobody else must have been asked.
 */
public abstract class TestVendor implements AutoCloseable {

    protected static final int AS_IN_LIFE = 1;
    protected static final int HASTY = 10;
    protected static final Duration BETWEEN_POLLS = Duration.ofMillis(20);

    public final LogLines log = new LogLines();
    public final Simulator simulator;
    private final int haste;
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    /**
     * @param haste how many times as fast as in life requests get their turns and are repeated: {@link #AS_IN_LIFE}, or
     *     {@link #HASTY} if the service bears it
     */
    protected TestVendor(Consumer<SimulatorBuilder> setup, int haste) {
        this.haste = haste;
        SimulatorBuilder builder = Simulator.builder();
        setup.accept(builder);
        simulator = builder.build().start();
    }

    public abstract String scheme();

    /** The options that lead to the simulator. */
    protected abstract Map<String, String> addresses();

    /** The secret options, all of them required. */
    protected abstract Map<String, String> credentials();

    /** What can be sent to, as messages list it. */
    protected abstract String producers();

    /** A producer that asks the service for something and needs nothing to be said; with an option. */
    protected abstract String lookup();

    /** The class that names the headers of the service. */
    protected abstract Class<?> constants();

    /** Parts of what a service's orders alone may show, apart from secrets: people. */
    protected List<String> people() {
        return List.of();
    }

    /** Places an order with one line and answers its number. */
    public abstract String place();

    /** What happens next to an order that was placed. */
    public abstract void change(String number);

    /** Takes back what happened last to an order. */
    public abstract void flipBack(String number);

    /** The same, so that nothing of the document tells that anything ever happened. */
    public abstract void flipBackWithoutTrace(String number);

    /** The canonical statuses of an order that was placed, and then changed. */
    public abstract List<String> life();

    /** Makes the credentials invalid for good. */
    public abstract void revoke();

    /** Everything that was asked, tokens included. */
    protected abstract List<RecordedRequest> requests();

    /** What a poll that finds nothing asks at least once. */
    protected abstract Operation poll();

    /** What the service calls an order's number in its document. */
    public abstract String numberField();

    /** What the service calls a field that is required of an order. */
    public abstract String requiredField();

    /** The field that the simulator adds when it is to show unknown ones. */
    public String unknownField() {
        return "futureField";
    }

    /** Strikes as a token that has expired before its time. Empty: the service has no tokens that expire. */
    public abstract Optional<Fault> expiredToken();

    /** Orders come without their numbers from now on. */
    public void hideNumbers() {
        simulator.faults().always(Fault.MISSING_FIELDS).names(numberField());
    }

    /** Whether the service documents its words, so that one can be unknown. */
    public boolean hasTableOfWords() {
        return true;
    }

    /** So many orders that they cannot be told after the first answers of a poll. */
    public int moreThanOnePage() {
        return 250;
    }

    /** Polls fast enough for a test; everything else is as users have it. */
    public String status() {
        return status(BETWEEN_POLLS);
    }

    /** @param delay from one poll to the next, and the shortest pause after a failed one */
    public String status(Duration delay) {
        return scheme() + ":purchaseOrderStatus?initialDelay=10&startFrom=PT1H&delay=" + delay.toMillis();
    }

    /** A started context. */
    public DefaultCamelContext camel() {
        return camel(camel -> {});
    }

    public DefaultCamelContext camel(Consumer<DefaultCamelContext> setup) {
        return camel(options(), setup);
    }

    /** @param options of the component */
    DefaultCamelContext camel(Map<String, String> options, Consumer<DefaultCamelContext> setup) {
        DefaultCamelContext camel = new DefaultCamelContext();
        contexts.add(camel);
        ContextResources.add(camel, timeline -> new HurriedTimeline(timeline, haste));
        camel.getShutdownStrategy().setTimeout(20);
        Map<String, Object> properties = new LinkedHashMap<>();
        options.forEach((name, value) -> properties.put("configuration." + name, value));
        PropertyBindingSupport.bindProperties(camel, camel.getComponent(scheme()), properties);
        setup.accept(camel);
        camel.start();
        return camel;
    }

    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>(addresses());
        options.put("account", "acme");
        options.putAll(credentials());
        return options;
    }

    public static void route(DefaultCamelContext camel, LambdaRouteBuilder route) {
        try {
            RouteBuilder.addRoutes(camel, route);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String stream(String subscription) {
        return scheme() + "/acme/" + subscription;
    }

    /** All that are documented. */
    List<String> headers() {
        return Stream.of(constants(), PurchaseOrderConstants.class)
                .flatMap(names -> Stream.of(names.getFields()))
                .map(TestVendor::value)
                .filter(name -> name.startsWith("Camel"))
                .toList();
    }

    private static String value(Field constant) {
        try {
            return constant.get(null).toString();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How often something was asked that every poll asks. */
    public int polls() {
        return (int) requests().stream()
                .filter(request -> request.operation().equals(poll().id()))
                .count();
    }

    public int tokenCalls() {
        return (int) requests().stream()
                .filter(request -> request.operation().equals("token"))
                .count();
    }

    /** One for all who ask, if the service has tokens at all. */
    void assertOneToken() {
        assertThat(tokenCalls()).isEqualTo(expiredToken().isPresent() ? 1 : 0);
    }

    void assertNoSecret(Iterable<String> texts) {
        assertThat(texts).allSatisfy(text -> {
            assertThat(Canary.in(text)).isEmpty();
            people().forEach(word -> assertThat(text).doesNotContain(word));
        });
    }

    @Override
    public void close() {
        contexts.forEach(DefaultCamelContext::stop);
        simulator.close();
        log.close();
        assertNoSecret(log.all());
        // Where the simulator sends others to is itself by another name.
        assertThat(requests()).allSatisfy(request -> assertThat(request.headers())
                .containsEntry("host", "127.0.0.1:" + simulator.port()));
    }
}
