/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import io.postatus.simulator.amazon.AmazonOptions;
import io.postatus.simulator.partnercenter.PartnerCenterOptions;
import io.postatus.simulator.pos.PosOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How a simulator is set up. Without a word: free port, real clock, an empty world that stands still. */
public final class SimulatorBuilder {
    int port;
    long seed = 1;
    Clock clock = Clock.systemUTC();
    Instant since;
    Path truth;
    final AmazonOptions amazon = new AmazonOptions();
    final PartnerCenterOptions partnerCenter = new PartnerCenterOptions();
    final PosOptions pos = new PosOptions();
    final List<Consumer<Faults>> faults = new ArrayList<>();

    SimulatorBuilder() {
        receiptsMoveLastUpdated(false);
    }

    /** The port to listen on; 0 takes a free one. */
    public SimulatorBuilder port(int chosen) {
        port = chosen;
        return this;
    }

    /** The seed of everything that is drawn by lot. */
    public SimulatorBuilder seed(long chosen) {
        seed = chosen;
        return this;
    }

    /** The clock that the world follows, for example a {@link SettableClock}. */
    public SimulatorBuilder clock(Clock chosen) {
        clock = chosen;
        return this;
    }

    /**
     * When the world begins, not later than now, which is the default. What happens by itself between then and now has
     * happened once the simulator is built, so a later simulator with the same seed, population and rate goes on with
     * the same orders. What clients did to them is not repeated.
     */
    public SimulatorBuilder since(Instant beginning) {
        since = beginning;
        return this;
    }

    /** The file that receives the truth as JSON lines. */
    public SimulatorBuilder truth(Path file) {
        truth = file;
        return this;
    }

    /** How many accounts exist from the start: ACME1, ACME2, and so on. */
    public SimulatorBuilder accounts(int count) {
        amazon.accounts(count);
        return this;
    }

    /** How many orders each account has from the start, and over how many days before the beginning they are spread. */
    public SimulatorBuilder population(int orders, int days) {
        amazon.population(orders, days);
        return this;
    }

    /** How many things happen a minute, over all accounts: new orders and changes of old ones. */
    public SimulatorBuilder changesPerMinute(double changes) {
        amazon.changesPerMinute(changes);
        return this;
    }

    /** Whether a receipt moves the date of the last update; the default, and the harder case, is that it does not. */
    public SimulatorBuilder receiptsMoveLastUpdated(boolean move) {
        faults.removeIf(SILENT::equals);
        if (!move) {
            faults.add(SILENT);
        }
        return this;
    }

    /** Has a fault on from the start, without limits. */
    public SimulatorBuilder fault(Fault fault) {
        faults.add(board -> board.usually(fault));
        return this;
    }

    /** Has a fault on from the start, with a probability. */
    public SimulatorBuilder fault(Fault fault, double probability) {
        faults.add(board -> board.always(fault).probability(probability));
        return this;
    }

    /** Options of the Amazon side only. */
    public SimulatorBuilder amazon(Consumer<AmazonOptions> options) {
        options.accept(amazon);
        return this;
    }

    /** Options of the Partner Center side only. */
    public SimulatorBuilder partnerCenter(Consumer<PartnerCenterOptions> options) {
        options.accept(partnerCenter);
        return this;
    }

    /** Options of the Ticket Utils POS side only. */
    public SimulatorBuilder pos(Consumer<PosOptions> options) {
        options.accept(pos);
        return this;
    }

    /** Builds a simulator; may be called again for another one. */
    public Simulator build() {
        return new Simulator(this);
    }

    private static final Consumer<Faults> SILENT = board -> board.usually(Fault.SILENT_RECEIPT);
}
