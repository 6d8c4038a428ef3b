/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets due events happen although nobody looks, so that the truth file grows while the simulator idles. */
final class Heartbeat {
    private static final long MILLIS = 200;
    private final World world;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulator-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(World world) {
        this.world = world;
    }

    void start() {
        timer.scheduleAtFixedRate(world::settle, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }
}
