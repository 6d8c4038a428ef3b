/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.TruthEntry;
import io.postatus.simulator.amazon.AmazonOperation;
import io.postatus.simulator.amazon.AmazonService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A simulator in a process of its own, which is asked over its standard input what was asked of it and what is true. */
final class SimulatorProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ACCOUNT = "ACME1";

    private final OtherProcess process;
    private final String url;

    private SimulatorProcess(OtherProcess process) {
        this.process = process;
        this.url = process.awaits(0, line -> line.startsWith("http"), PATIENCE).text();
    }

    /** @param orders how many there are from the start, over 90 days */
    static SimulatorProcess start(Path folder, long seed, int orders, int changesPerMinute) {
        return new SimulatorProcess(OtherProcess.java(
                folder,
                List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"),
                SimulatorProcess.class,
                List.of(Long.toString(seed), Integer.toString(orders), Integer.toString(changesPerMinute))));
    }

    String url() {
        return url;
    }

    Traffic traffic() {
        try {
            return JSON.readValue(process.ask("traffic", PATIENCE), Traffic.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    double processorSeconds() {
        return process.processorSeconds();
    }

    /** Every version that is visible now. */
    Truth truth(Path file) throws IOException {
        process.ask("truth " + file.toAbsolutePath(), PATIENCE);
        return Truth.read(file);
    }

    @Override
    public void close() {
        process.close();
    }

    /** In the other process. It ends with its standard input, so that it never outlives who started it. */
    public static void main(String... words) throws IOException {
        Simulator simulator = Simulator.builder()
                .seed(Long.parseLong(words[0]))
                .population(Integer.parseInt(words[1]), 90)
                .changesPerMinute(Integer.parseInt(words[2]))
                // Receipts that do not move the date of the last update are for a sweep to find.
                .receiptsMoveLastUpdated(true)
                .build()
                .start();
        System.out.println(simulator.amazon().baseUrl());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(answer(simulator, order));
        }
        System.exit(0);
    }

    private static String answer(Simulator simulator, String order) throws IOException {
        if (order.startsWith("truth ")) {
            write(simulator.truth().entries(), Path.of(order.substring("truth ".length())));
            return "written";
        }
        return JSON.writeValueAsString(traffic(simulator.amazon()));
    }

    private static Traffic traffic(AmazonService amazon) {
        List<RecordedRequest> requests = amazon.requests(AmazonOperation.GET_PURCHASE_ORDERS_STATUS);
        List<RecordedRequest> answered =
                requests.stream().filter(request -> request.status() == 200).toList();
        return new Traffic(
                requests.size(),
                answered.size(),
                answered.stream().map(RecordedRequest::query).distinct().count(),
                amazon.refused(ACCOUNT, AmazonOperation.GET_PURCHASE_ORDERS_STATUS),
                requests.isEmpty() ? 0 : requests.get(0).instant().toEpochMilli());
    }

    private static void write(List<TruthEntry> entries, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            entries.forEach(entry -> out.println(entry.purchaseOrderNumber() + " "
                    + Digest.of(entry.document().toString())));
        }
    }
}
