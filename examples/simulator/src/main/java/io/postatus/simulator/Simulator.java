/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import io.postatus.simulator.amazon.AmazonService;
import io.postatus.simulator.partnercenter.PartnerCenterService;
import io.postatus.simulator.pos.PosService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/**
 * Purchase-order services as one stateful local server.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.builder().seed(7).clock(clock).build().start()) {
 *     AmazonAccount acme = simulator.amazon().account("ACME1");
 *     String number = acme.place(order -> order.line("B0EXAMPLE1", 100));
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
    private final Clock clock;
    private final World world;
    private final TruthFile truthFile;
    private final TruthLog truth;
    private final Faults faults;
    private final AmazonService amazon;
    private final PartnerCenterService partnerCenter;
    private final PosService pos;
    private final HttpFront front;
    private final Heartbeat heartbeat;

    Simulator(SimulatorBuilder builder) {
        clock = builder.clock;
        world = new World(builder.seed, clock, builder.since);
        truthFile = builder.truth == null ? TruthFile.none() : TruthFile.at(builder.truth);
        truth = new TruthLog(world, truthFile);
        faults = new Faults(builder.seed);
        builder.faults.forEach(install -> install.accept(faults));
        amazon = new AmazonService(new Ground(world, truth, faults), builder.amazon);
        partnerCenter = new PartnerCenterService(new Ground(world, truth, faults), builder.partnerCenter);
        pos = new PosService(new Ground(world, truth, faults), builder.pos);
        front = open(builder.port, List.of(amazon, partnerCenter, pos));
        heartbeat = new Heartbeat(world);
    }

    /** A simulator with an empty, still world on a free port, unless the builder is told otherwise. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /** Begins to answer. */
    public Simulator start() {
        front.start();
        heartbeat.start();
        return this;
    }

    /** The Amazon side. */
    public AmazonService amazon() {
        return amazon;
    }

    /** The Partner Center side. */
    public PartnerCenterService partnerCenter() {
        return partnerCenter;
    }

    /** The Ticket Utils POS side. */
    public PosService pos() {
        return pos;
    }

    /** What a perfect reader would know. */
    public TruthLog truth() {
        return truth;
    }

    /** The switchboard of faults. */
    public Faults faults() {
        return faults;
    }

    /** The clock that the world follows. */
    public Clock clock() {
        return clock;
    }

    /** The port on which the server listens. */
    public int port() {
        return front.port();
    }

    @Override
    public void close() {
        heartbeat.stop();
        front.stop();
        try {
            truthFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpFront open(int port, List<Service> services) {
        try {
            HttpFront opened = new HttpFront(port, services, world);
            amazon.servedAt("http://127.0.0.1:" + opened.port());
            partnerCenter.servedAt("http://127.0.0.1:" + opened.port());
            pos.servedAt("http://127.0.0.1:" + opened.port());
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }
}
