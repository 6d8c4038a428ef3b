/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.state.MemoryPollState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.PostgresDatabase;
import io.postatus.core.state.SqliteFile;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.spi.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that the {@code stateStore} option names. */
final class StateStores {
    private static final Logger LOG = LoggerFactory.getLogger(StateStores.class);
    private static final String MEMORY = "memory";
    private static final String SQLITE = "sqlite:";
    private static final String BEAN = "#";
    private static final String ALLOWED =
            "allowed are memory, sqlite:PATH, the path of a file, and #NAME, the name of a"
                    + " javax.sql.DataSource bean for PostgreSQL";

    private StateStores() {}

    /** Touches neither file nor database. */
    static void validate(String stateStore, Registry beans) {
        if (isBean(stateStore)) {
            dataSource(stateStore, beans);
        } else if (!isMemory(stateStore) && !stateStore.matches(SQLITE + ".+")) {
            throw new IllegalArgumentException("stateStore is '" + withoutAddress(stateStore) + "', " + ALLOWED);
        }
    }

    static boolean isMemory(String stateStore) {
        return stateStore.equals(MEMORY);
    }

    static PollState open(String stateStore, Registry beans, Clock clock) {
        validate(stateStore, beans);
        if (stateStore.startsWith(SQLITE)) {
            return SqliteFile.open(path(stateStore), clock);
        }
        if (isBean(stateStore)) {
            return PostgresDatabase.open(dataSource(stateStore, beans), stateStore);
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

    private static boolean isBean(String stateStore) {
        return stateStore.startsWith(BEAN);
    }

    /** By its name only: any other database that happens to be there would get tables that nobody expects. */
    private static DataSource dataSource(String stateStore, Registry beans) {
        Object bean = beans.lookupByName(stateStore.substring(BEAN.length()));
        if (bean instanceof DataSource dataSource) {
            return dataSource;
        }
        String found = bean == null
                ? "the registry has no bean of that name"
                : "that bean is a " + bean.getClass().getName();
        throw new IllegalArgumentException("stateStore is '" + stateStore + "', but " + found + "; " + ALLOWED);
    }

    /** Who writes the address of a database here may have written its password, too. */
    private static String withoutAddress(String stateStore) {
        return stateStore.replaceFirst("(?i)(^jdbc:|://).*", "$1***");
    }
}
