/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.SqliteFile;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that the {@code stateStore} option names. */
final class StateStores {
    private static final Logger LOG = LoggerFactory.getLogger(StateStores.class);
    private static final String MEMORY = "memory";
    private static final String SQLITE = "sqlite:";
    private static final String ALLOWED = "allowed are memory and sqlite:<path of a file>";

    private StateStores() {}

    static void validate(String stateStore) {
        boolean known = isMemory(stateStore) || stateStore.matches(SQLITE + ".+");
        if (!known) {
            throw new IllegalArgumentException("stateStore is '" + stateStore + "', " + ALLOWED);
        }
    }

    static boolean isMemory(String stateStore) {
        return stateStore.equals(MEMORY);
    }

    static PollState open(String stateStore) {
        validate(stateStore);
        if (stateStore.startsWith(SQLITE)) {
            return SqliteFile.open(Path.of(stateStore.substring(SQLITE.length())));
        }
        LOG.warn("stateStore=memory: after a restart everything since startFrom is read and told again. Set"
                + " stateStore=sqlite:<path> to go on where it stopped.");
        return new MemoryPollState(Clock.systemUTC());
    }
}
