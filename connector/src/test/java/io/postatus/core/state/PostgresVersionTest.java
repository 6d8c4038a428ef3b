/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** What a data source may lead to, without a server. */
class PostgresVersionTest {

    @Test
    void anotherProductIsRefusedAndLeftAsItIs() {
        NotedConnection other = new NotedConnection().to("MariaDB", 12);

        assertThatThrownBy(() -> open(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stateStore=#orders leads to MariaDB 12.1")
                .hasMessageContaining("allowed is PostgreSQL 12 or newer; nothing was changed there");
        assertThat(other.done()).containsExactly("close");
    }

    @Test
    void thePostgresThatIsTooOldIsRefusedAndTheNextOneIsNot() {
        NotedConnection old = new NotedConnection().to("PostgreSQL", 11);
        NotedConnection oldest = new NotedConnection().to("PostgreSQL", 12).failingAt("prepareStatement");

        assertThatThrownBy(() -> open(old)).hasMessageContaining("leads to PostgreSQL 11.1");
        assertThatThrownBy(() -> open(oldest))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("Could not prepare the tables in the database of #orders: no prepareStatement");
    }

    private static void open(NotedConnection noted) {
        PostgresDatabase.open(
                new CarelessPool(null) {
                    @Override
                    public Connection getConnection() {
                        return noted.connection();
                    }
                },
                "#orders");
    }
}
