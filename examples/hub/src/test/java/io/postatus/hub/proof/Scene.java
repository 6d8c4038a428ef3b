/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** A simulator, a store and a hub between them, with a network on either side that can be made bad. */
final class Scene implements AutoCloseable {
    private static final int LAST_LINES = 30;

    private final Path folder;
    private final SimulatorProcess simulator;
    private final Store store;
    private final FaultProxy serviceNetwork;
    private HubProcess hub;

    Scene(Path folder, SimulatorProcess simulator, Store store) {
        this.folder = folder;
        this.simulator = simulator;
        this.store = store;
        this.serviceNetwork = new FaultProxy(URI.create(simulator.url()).getPort());
    }

    /** Often enough for a mishap to meet a poll. */
    static List<String> pollingOften() {
        return List.of("-Damazon.delay=500ms");
    }

    /** The hub, started if it does not run. */
    HubProcess hub() {
        if (hub == null) {
            List<String> options = new ArrayList<>(pollingOften());
            options.addAll(store.options());
            hub = HubProcess.start(folder, service(), options);
        }
        return hub;
    }

    boolean isRunning() {
        return hub != null;
    }

    /** As the hub reaches it. */
    String service() {
        return "http://127.0.0.1:" + serviceNetwork.port();
    }

    void kill() {
        hub.kill();
        hub = null;
    }

    /** Like Ctrl-C, waiting for its end. */
    void stop() {
        hub.stop();
        hub = null;
    }

    /** Waits until the hub has asked so many times more. */
    void awaitRequests(int more) {
        long before = simulator.traffic().requests();
        hub();
        until("the hub reads", () -> simulator.traffic().requests() >= before + more);
    }

    /** Waits, and tells what the hub said last if it was in vain. */
    void until(String what, Callable<Boolean> holds) {
        try {
            Patience.until(what, holds);
        } catch (ConditionTimeoutException e) {
            int said = hub.said();
            throw new IllegalStateException(
                    "not so: " + what + ". The hub said last:\n"
                            + String.join("\n", hub.saidSince(Math.max(0, said - LAST_LINES))),
                    e);
        }
    }

    /** Every version that is visible now. */
    Truth truth() throws IOException {
        return simulator.truth(folder.resolve("truth.txt"));
    }

    Traffic traffic() {
        return simulator.traffic();
    }

    FaultProxy serviceNetwork() {
        return serviceNetwork;
    }

    Store store() {
        return store;
    }

    Database database() {
        return (Database) store;
    }

    Path events() {
        return folder.resolve("hub-data/events.jsonl");
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
        serviceNetwork.close();
    }
}
