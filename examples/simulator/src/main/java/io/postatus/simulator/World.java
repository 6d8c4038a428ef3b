/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The time line that all services share. Guarantees:
 * <ol>
 *   <li>Whoever looks at the world first lets everything happen that is due, each event at its own instant: a look at
 *       instant t sees exactly the events up to t, with a real clock and with a settable one.
 *   <li>Looks exclude each other, and time never runs backwards between two of them.
 * </ol>
 */
public final class World {
    private final long seed;
    private final Clock clock;
    private final Instant beginning;
    private final Agenda agenda = new Agenda();
    private Instant latest = Instant.MIN;

    World(long seed, Clock clock, Instant since) {
        this.seed = seed;
        this.clock = clock;
        this.beginning = since == null ? clock.instant() : since;
        if (beginning.isAfter(clock.instant())) {
            throw new IllegalArgumentException("the world cannot begin at " + since + ", which lies ahead");
        }
    }

    /** The seed from which services derive their own random streams. */
    public long seed() {
        return seed;
    }

    /** When life begins: what happened before is the history that services start with. */
    public Instant beginning() {
        return beginning;
    }

    /** Does something at the present instant, after everything that was due has happened. */
    public synchronized <T> T at(Function<Instant, T> look) {
        Instant now = now();
        agenda.runUntil(now);
        return look.apply(now);
    }

    /** Lets everything happen that is due. */
    public void settle() {
        at(now -> now);
    }

    /** Enters an event; it is handed the instant at which it was due. */
    public synchronized void schedule(Instant due, Consumer<Instant> event) {
        agenda.add(due, event);
    }

    /** The present instant; lets nothing happen. */
    public synchronized Instant now() {
        Instant now = clock.instant();
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }
}
