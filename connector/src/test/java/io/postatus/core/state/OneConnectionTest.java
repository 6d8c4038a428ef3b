/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
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
