/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.Simulator;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a flow with everything around it that flows/application.properties names: the three services, simulated, with a
 * life that goes on, a broker, a webhook and a table. Without a flow it only is there, for a flow that runs elsewhere.
 */
public final class TryOut {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUEUE = "purchase-orders";
    private static final int SERVICES = 18080;
    private static final int WEBHOOK = 18081;
    private static final String BROKER = "tcp://127.0.0.1:61616";

    private TryOut() {}

    /** The folder of the examples, and the flow's file, which may be left out. */
    public static void main(String... arguments) throws Exception {
        Path examples = Path.of(arguments[0]);
        Optional<Path> flow = Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !argument.isBlank())
                .map(argument -> existing(Path.of(argument)))
                .findFirst();
        // Each simulated world has a folder of its own: what was told of another one's orders must not be remembered
        // here.
        Path data = Path.of("flow-data", LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")));
        try (Simulator simulator = world().start();
                Webhook webhook = new Webhook(WEBHOOK, post -> say("the webhook got", post.body()));
                Broker broker = new Broker(BROKER)) {
            OrdersTable.in(data, examples);
            receive(broker);
            System.out.printf(
                    "The services answer at http://127.0.0.1:%d, the broker at %s, the webhook at http://%s%n",
                    SERVICES, BROKER, webhook.address());
            if (flow.isPresent()) {
                run(flow.get(), examples, data);
            } else {
                System.out.println("Run your flow now, for example by Kaoto's Run button. Ctrl-C ends this.");
                Thread.currentThread().join();
            }
        }
    }

    private static Path existing(Path flow) {
        if (!Files.isRegularFile(flow)) {
            throw new IllegalArgumentException(
                    "there is no file " + flow.toAbsolutePath() + ": name the flow to run by -Dflow=FILE");
        }
        return flow.toAbsolutePath();
    }

    /** With the settings beside it, else with those of the examples. */
    private static void run(Path flow, Path examples, Path data) throws Exception {
        Path own = flow.resolveSibling("application.properties");
        Path settings = Files.exists(own) ? own : examples.resolve("application.properties");
        System.out.printf("%s runs with %s and writes to %s. Ctrl-C ends it.%n", flow.getFileName(), settings, data);
        new Flow(flow).with(settings, Map.of("data", data.toString())).run();
    }

    private static Simulator world() {
        return Simulator.builder()
                .port(SERVICES)
                .amazon(amazon -> amazon.accounts(1).population(20, 90).changesPerMinute(20))
                .partnerCenter(partner -> partner.tenants(1)
                        .population(3, 5)
                        .changesPerHour(1_200)
                        .listLag(Duration.ofSeconds(1)))
                .pos(pos -> pos.subscribers(1).population(20, 90).changesPerMinute(20))
                .build();
    }

    private static void receive(Broker broker) {
        Thread receiver = new Thread(
                () -> {
                    try {
                        while (true) {
                            Message message = broker.next(QUEUE, Duration.ofMinutes(1));
                            if (message != null) {
                                say("the queue got", message.getBody(String.class));
                            }
                        }
                    } catch (JMSException | JMSRuntimeException closed) {
                        // The broker ended.
                    }
                },
                "receiver");
        receiver.setDaemon(true);
        receiver.start();
    }

    /** The change in a line, or as it came if it is something else. */
    private static void say(String who, String body) {
        try {
            JsonNode order = JSON.readTree(body).path("current");
            System.out.printf(
                    "%s %s: %s%n",
                    who,
                    order.path("purchaseOrderNumber").asText(),
                    order.path("status").asText());
        } catch (IOException noJson) {
            System.out.println(who + " " + body);
        }
    }
}
