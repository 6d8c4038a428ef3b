/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;

/** SQLite, used by one process at a time: its clock is everybody's. */
record SqliteDialect(Clock clock) implements Dialect {
    private static final List<String> MIGRATIONS = List.of("sqlite/V1__poll_state.sql");

    @Override
    public List<String> migrations() {
        return MIGRATIONS;
    }

    @Override
    public long now(Connection connection) {
        return Ticks.of(clock.instant());
    }
}
