/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final NotedConnection noted = new NotedConnection();
    private final List<String> givenBack = new ArrayList<>();
    private final Transactions transactions = new Transactions(new One());

    @Test
    void whatWasDoneIsCommittedBeforeTheConnectionGoesBack() {
        assertThat(transactions.<String>run("count", connection -> {
                    connection.createStatement().execute("count");
                    return "seven";
                }))
                .isEqualTo("seven");

        assertThat(noted.done()).containsExactly("execute count", "commit");
        assertThat(givenBack).containsExactly("sound after [execute count, commit]");
    }

    @Test
    void aCommitThatFailsIsReportedAndTheConnectionIsNotUsedAgain() {
        noted.failingAt("commit");

        assertThatThrownBy(() -> transactions.run("count", connection -> "seven"))
                .isInstanceOf(StateStoreException.class)
                .hasMessage("Could not count: no commit. What was not committed is tried again. Look at the disk.");
        assertThat(givenBack).containsExactly("broken after []");
    }

    @Test
    void whatIsRefusedIsRolledBackAndTheConnectionUsedAgain() {
        IllegalStateException refusal = new IllegalStateException("not yours");

        assertThatThrownBy(() -> refuse(refusal)).isSameAs(refusal).hasNoSuppressedExceptions();

        assertThat(givenBack).containsExactly("sound after [rollback]");
    }

    @Test
    void aRollbackThatFailsIsToldBesideTheRefusalAndTheConnectionIsNotUsedAgain() {
        noted.failingAt("rollback");
        IllegalStateException refusal = new IllegalStateException("not yours");

        assertThatThrownBy(() -> refuse(refusal)).isSameAs(refusal);

        assertThat(refusal.getSuppressed())
                .singleElement()
                .extracting("message")
                .isEqualTo("no rollback");
        assertThat(givenBack).containsExactly("broken after []");
    }

    private void refuse(RuntimeException refusal) {
        transactions.run("count", connection -> {
            throw refusal;
        });
    }

    private final class One implements Connections {
        @Override
        public Connection take() throws SQLException {
            return noted.connection();
        }

        @Override
        public void giveBack(Connection connection, boolean sound) {
            givenBack.add((sound ? "sound" : "broken") + " after " + noted.done());
        }

        @Override
        public String advice() {
            return "Look at the disk.";
        }

        @Override
        public void close() {}
    }
}
