/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every poll state promises. A store that passes may be polled on. */
abstract class PollStateContract
        implements LeaseContract,
                OrderContract,
                DueContract,
                ParkedContract,
                PruneContract,
                CoverageContract,
                CustomersContract,
                OperationsContract {
    private final SettableClock clock = new SettableClock();
    private PollState state;

    /** A store with nothing in it, that measures leases by the given clock. */
    abstract PollState empty(SettableClock clock) throws Exception;

    @BeforeEach
    void open() throws Exception {
        state = empty(clock);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    public PollState state() {
        return state;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
