/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static io.postatus.core.camel.RimFixture.consumer;
import static io.postatus.core.camel.Told.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.poll.CoverageReport;
import io.postatus.core.poll.Verification;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** What people can ask of a stream: the same for every service. */
interface OperationsContract extends RimFixture {

    /** Sends to an operation on the consumer's stream. */
    default <T> T ask(
            DefaultCamelContext camel, String operation, Object body, Map<String, Object> headers, Class<T> type) {
        return camel.createProducerTemplate()
                .requestBodyAndHeaders(
                        vendor().status()
                                .replace("purchaseOrderStatus?", operation.contains("?") ? operation : operation + "?"),
                        body,
                        headers,
                        type);
    }

    @Test
    default void coverageIsShownWithItsEvidenceByJmxConsoleAndProducer() throws Exception {
        DefaultCamelContext camel = poll("");
        vendor().place();
        told().number(1);
        soon().until(() -> pollHasEndedTwice(camel));

        String lines = ask(camel, "coverage?responseType=json&", null, Map.of(), String.class);
        CoverageReport report = ask(camel, "coverage", null, Map.of(), CoverageReport.class);
        List<JsonNode> facts = lines.lines().map(OperationsContract::json).toList();

        assertThat(facts.get(0).path("stream").asText()).isEqualTo(vendor().stream("default"));
        assertThat(facts.get(0).path("confirmed").asInt()).isEqualTo(1);
        assertThat(facts)
                .extracting(fact -> fact.path("type").asText())
                .containsAnyOf("covered", "customer")
                .doesNotContain("");
        assertThat(report.stream()).hasToString(vendor().stream("default"));
        assertThat(invoke(camel, "exportCoverage")).asString().contains("\"type\":\"stream\"");
        assertThat(console(camel))
                .contains(vendor().stream("default"), "readUpTo: ", "parked: 0", "confirmed: 1")
                .doesNotContain("store: ");
        vendor().assertNoSecret(List.of(lines, console(camel)));
    }

    private static boolean pollHasEndedTwice(DefaultCamelContext camel) {
        return consumer(camel).getCounter() > 2;
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (Exception e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static String console(DefaultCamelContext camel) {
        DevConsoleRegistry consoles = camel.getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
        return consoles.resolveById("purchase-orders")
                .call(DevConsole.MediaType.TEXT)
                .toString();
    }

    private static Object invoke(DefaultCamelContext camel, String operation, String... values) throws Exception {
        MBeanServer server = camel.getManagementStrategy().getManagementAgent().getMBeanServer();
        ObjectName name = ManagementContract.bean(camel, "type=consumers");
        String[] types = new String[values.length];
        Arrays.fill(types, String.class.getName());
        return server.invoke(name, operation, values, types);
    }

    @Test
    default void aReplayedOrderIsToldAgainAndMarked() throws Exception {
        DefaultCamelContext camel = poll("");
        vendor().place();
        PurchaseOrderChange first = told().number(1);

        int replayed = ask(
                camel,
                "replay",
                List.of(first.current().id()),
                Map.of(PurchaseOrderConstants.REPLAY, "after-the-fire"),
                Integer.class);
        PurchaseOrderChange again = told().number(2);

        assertThat(replayed).isEqualTo(1);
        assertThat(again.kind()).hasToString("replayed");
        assertThat(again.replay()).isEqualTo("after-the-fire");
        assertThat(again.eventId()).isNotEqualTo(first.eventId());
        assertThat(again.current().purchaseOrderNumber())
                .isEqualTo(first.current().purchaseOrderNumber());

        Object run = invoke(
                camel,
                "replayTold",
                Instant.now().minusSeconds(600).toString(),
                Instant.now().toString());
        assertThat(told().number(3).replay()).isEqualTo(run);
        assertNothingFurtherIsTold(camel);
    }

    @Test
    default void aVerificationFindsWhatTheStreamHasNotToldYet() throws Exception {
        DefaultCamelContext camel = poll("");
        String number = vendor().place();
        PurchaseOrderChange first = told().number(1);
        soon().until(() -> RimFixture.pollHasEnded(camel));
        camel.getRouteController().suspendRoute("flow");
        Map<String, Object> window = Map.of(
                PurchaseOrderConstants.FROM, Instant.now().minusSeconds(600).toString(),
                PurchaseOrderConstants.TO, Instant.now().plusSeconds(600).toString());

        Verification same = ask(camel, "verify", null, window, Verification.class);
        JsonNode asText = json(ask(camel, "verify?responseType=json&", null, window, String.class));
        JsonNode byJmx = json(invoke(
                        camel,
                        "verify",
                        Instant.now().minusSeconds(600).toString(),
                        Instant.now().toString())
                .toString());
        vendor().change(number);
        Verification other = ask(camel, "verify", null, window, Verification.class);

        assertThat(same.same()).isEqualTo(1);
        assertThat(same.differences()).isEmpty();
        assertThat(asText.path("same").asInt()).isEqualTo(1);
        assertThat(byJmx.path("same").asInt()).isEqualTo(1);
        assertThat(other.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Verification.Kind.DIFFERS);
            assertThat(difference.orderId()).isEqualTo(first.current().id());
        });
        assertThat(told().all()).hasSize(1);
    }

    @Test
    default void aForgottenStreamIsToldAnew() throws Exception {
        DefaultCamelContext camel = poll(stateFile());
        vendor().place();
        PurchaseOrderChange first = told().number(1);
        soon().until(() -> RimFixture.pollHasEnded(camel));
        assertThatThrownBy(() -> ask(camel, "forget", null, Map.of(), Object.class))
                .rootCause()
                .hasMessageContainingAll("is polled by route 'flow'", "Suspend or stop");
        camel.getRouteController().suspendRoute("flow");
        invoke(camel, "forget");
        camel.getRouteController().resumeRoute("flow");

        PurchaseOrderChange again = told().number(2);
        assertThat(again.kind()).hasToString("first-seen");
        assertThat(again.sequence()).isGreaterThan(first.sequence());
        assertThat(again.eventId()).isNotEqualTo(first.eventId());
    }

    @Test
    default void aRequestThatDoesNotSayWhatIsRefusedAndSaysHow() {
        DefaultCamelContext camel = poll("");
        soon().until(() -> RimFixture.pollHasEnded(camel));

        assertThatThrownBy(() -> ask(camel, "replay", null, Map.of(), Object.class))
                .rootCause()
                .hasMessageContainingAll("replay", "ids in the body", PurchaseOrderConstants.FROM);
        assertThatThrownBy(() -> ask(camel, "replay?subscription=none&", "[\"1\"]", Map.of(), Object.class))
                .rootCause()
                .hasMessageContainingAll("never polled", "/acme/none");
        assertThatThrownBy(() -> ask(camel, "backfill", null, Map.of(), Object.class))
                .rootCause()
                .hasMessageContainingAll("backfill", PurchaseOrderConstants.FROM, PurchaseOrderConstants.TO);
    }
}
