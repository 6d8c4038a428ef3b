/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class PostgresPollStateTest extends PollStateContract {
    private final TestPostgres postgres = new TestPostgres();

    @Override
    PollState empty(SettableClock clock) {
        return PostgresDatabase.open(
                postgres.pool(), "#test", new SetTime(new PostgresDialect(Duration.ofSeconds(20)), clock));
    }

    @AfterEach
    void drop() {
        postgres.close();
    }

    /** The database with a clock that stands still until it is moved. */
    private record SetTime(Dialect dialect, SettableClock clock) implements Dialect {
        @Override
        public List<String> migrations() {
            return dialect.migrations();
        }

        @Override
        public void lockMigrations(Connection connection) throws SQLException {
            dialect.lockMigrations(connection);
        }

        @Override
        public boolean hasTable(Connection connection, String table) throws SQLException {
            return dialect.hasTable(connection, table);
        }

        @Override
        public void endFrozen(Connection connection) throws SQLException {
            dialect.endFrozen(connection);
        }

        @Override
        public long now(Connection connection) {
            return Ticks.of(clock.instant());
        }
    }
}
