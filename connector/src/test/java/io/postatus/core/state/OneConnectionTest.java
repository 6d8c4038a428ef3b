/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OneConnectionTest {

    @Test
    void afterAFailedOpeningOtherThreadsGetTheirTurn() throws Exception {
        Queue<OneConnection.Opener> openings = new ArrayDeque<>(List.of(
                () -> {
                    throw new SQLException("no disk");
                },
                () -> {
                    throw new UnsatisfiedLinkError("no native library");
                },
                OneConnectionTest::inMemory));

        try (OneConnection connections =
                new OneConnection(() -> openings.remove().open(), "")) {
            assertThatThrownBy(connections::take).hasMessage("no disk");
            assertThatThrownBy(connections::take).hasMessage("no native library");
            assertThat(inAnotherThread(connections)).isTrue();
        }
    }

    @Test
    void aConnectionThatFailedIsNotUsedAgain() throws Exception {
        try (OneConnection connections = new OneConnection(OneConnectionTest::inMemory, "")) {
            Connection first = connections.take();
            connections.giveBack(first, true);
            Connection again = connections.take();
            connections.giveBack(again, false);
            Connection second = connections.take();
            connections.giveBack(second, true);

            assertThat(again).isSameAs(first);
            assertThat(first.isClosed()).isTrue();
            assertThat(second).isNotSameAs(first);
        }
    }

    @Test
    void aConnectionThatCannotBeginIsClosedAndAnotherOpened() throws Exception {
        NotedConnection broken = new NotedConnection().failingAt("setAutoCommit");
        NotedConnection good = new NotedConnection();

        try (OneConnection connections = opening(broken, good)) {
            assertThatThrownBy(connections::take).hasMessage("no setAutoCommit");
            connections.giveBack(connections.take(), true);

            assertThat(broken.done()).containsExactly("close");
            assertThat(good.done()).containsExactly("setAutoCommit false", "setAutoCommit true");
        }
    }

    /** What was to be committed is committed. */
    @Test
    void aConnectionThatCannotEndIsClosedAndAnotherOpened() throws Exception {
        NotedConnection broken = new NotedConnection();
        NotedConnection good = new NotedConnection();

        try (OneConnection connections = opening(broken, good)) {
            Connection taken = connections.take();
            broken.failingAt("setAutoCommit");
            connections.giveBack(taken, true);
            connections.giveBack(connections.take(), true);

            assertThat(broken.done()).containsExactly("setAutoCommit false", "close");
            assertThat(good.done()).containsExactly("setAutoCommit false", "setAutoCommit true");
        }
    }

    @Test
    void closedItKeepsNoConnectionAndTellsEveryThread() throws Exception {
        NotedConnection only = new NotedConnection();
        OneConnection connections = opening(only);
        connections.giveBack(connections.take(), true);

        connections.close();

        assertThat(only.done()).endsWith("close");
        assertThat(inAnotherThread(connections)).isFalse();
    }

    private static OneConnection opening(NotedConnection... noted) {
        Iterator<NotedConnection> next = List.of(noted).iterator();
        return new OneConnection(() -> next.next().connection(), "");
    }

    private static boolean inAnotherThread(OneConnection connections) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        connections.giveBack(connections.take(), true);
                        return true;
                    } catch (SQLException e) {
                        return false;
                    }
                })
                .get(30, TimeUnit.SECONDS);
    }

    private static Connection inMemory() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }
}
