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
    private static final String ALLOWED = "allowed are memory and sqlite:PATH, the path of a file";

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

    static PollState open(String stateStore, Clock clock) {
        validate(stateStore);
        if (stateStore.startsWith(SQLITE)) {
            return SqliteFile.open(path(stateStore), clock);
        }
        LOG.warn(
                "stateStore=memory forgets with this process: the next start begins anew at startFrom. From now on means"
                        + " that what changes in between is never told; from an earlier time, that everything is told again. Set"
                        + " stateStore=sqlite:PATH to go on where it stopped.");
        return new MemoryPollState(clock);
    }

    /** One file has one store in a context, however its path is written. */
    static String key(String stateStore) {
        return stateStore.startsWith(SQLITE) ? SQLITE + path(stateStore) : stateStore;
    }

    private static Path path(String stateStore) {
        return Path.of(stateStore.substring(SQLITE.length())).toAbsolutePath().normalize();
    }
}
