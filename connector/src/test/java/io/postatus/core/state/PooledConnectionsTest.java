/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Connections of somebody else's pool, without a database. PostgresDatabaseTest has one. */
class PooledConnectionsTest {
    private static final String[] DEAD = {"getAutoCommit", "rollback"};

    @Test
    void aTransactionBeginsBoundedAndWithTheSettings() throws Exception {
        NotedConnection noted = new NotedConnection();

        from(noted).take();

        assertThat(noted.done())
                .containsExactly(
                        "setNetworkTimeout 20000", "setAutoCommit false", "execute the settings", "close statement");
    }

    @Test
    void aPoolThatWaitsLongerIsBoundedAndOneThatWaitsLessIsNot() throws Exception {
        NotedConnection longer = new NotedConnection().withLongestAnswer(20_001);
        NotedConnection shorter = new NotedConnection().withLongestAnswer(19_999);

        from(longer).take();
        from(shorter).take();

        assertThat(longer.done()).contains("setNetworkTimeout 20000");
        assertThat(shorter.done()).noneMatch(call -> call.startsWith("setNetworkTimeout"));
    }

    @Test
    void whatThePoolBeganOnAConnectionIsRolledBackFirst() throws Exception {
        NotedConnection noted = new NotedConnection().withAutoCommit(false);

        from(noted).take();

        assertThat(noted.done())
                .containsExactly("setNetworkTimeout 20000", "rollback", "execute the settings", "close statement");
    }

    @Test
    void aConnectionGoesBackAsItCame() throws Exception {
        NotedConnection noted = new NotedConnection().withLongestAnswer(60_000);
        PooledConnections connections = from(noted);
        Connection taken = connections.take();
        noted.done().clear();

        connections.giveBack(taken, true);

        assertThat(noted.done()).containsExactly("setNetworkTimeout 60000", "setAutoCommit true", "close");
    }

    @Test
    void aFailedTransactionIsRolledBackAndItsConnectionGoesBackAsItCame() throws Exception {
        NotedConnection noted = new NotedConnection();
        PooledConnections connections = from(noted);
        Connection taken = connections.take();
        noted.done().clear();

        connections.giveBack(taken, false);

        assertThat(noted.done()).containsExactly("rollback", "setNetworkTimeout 0", "setAutoCommit true", "close");
    }

    @Test
    void aConnectionThatCannotEvenRollBackIsCutBeforeItGoesBack() throws Exception {
        NotedConnection noted = new NotedConnection().failingAt("rollback");
        PooledConnections connections = from(noted);
        Connection taken = connections.take();
        noted.done().clear();

        connections.giveBack(taken, false);

        assertThat(noted.done()).containsExactly("abort", "close");
    }

    /** What was to be committed is committed. */
    @Test
    void aConnectionThatCannotBeRestoredGoesBackWithoutAWord() throws Exception {
        NotedConnection noted = new NotedConnection();
        PooledConnections connections = from(noted);
        Connection taken = connections.take();
        noted.failingAt("setAutoCommit").done().clear();

        connections.giveBack(taken, true);

        assertThat(noted.done()).containsExactly("setNetworkTimeout 0", "close");
    }

    @Test
    void deadConnectionsAreCutAndPassedOver() throws Exception {
        NotedConnection dead = new NotedConnection().failingAt(DEAD);
        NotedConnection good = new NotedConnection();

        from(dead, good).take();

        assertThat(dead.done()).containsExactly("abort", "close");
        assertThat(good.done()).contains("execute the settings");
    }

    /** A pool that never gives another must not be asked for ever. */
    @Test
    void fiftyDeadConnectionsArePassedOverAndNotOneMore() throws Exception {
        from(Stream.concat(dead(50), Stream.of(new NotedConnection()))).take();

        assertThatThrownBy(from(Stream.concat(dead(51), Stream.of(new NotedConnection())))::take)
                .isInstanceOf(SQLException.class)
                .hasMessage("no getAutoCommit");
    }

    private static Stream<NotedConnection> dead(int count) {
        return IntStream.range(0, count).mapToObj(i -> new NotedConnection().failingAt(DEAD));
    }

    /** Another would say the same. */
    @Test
    void aServerThatRefusesTheSettingsIsNotAskedAgain() throws Exception {
        NotedConnection refusing = new NotedConnection().failingAt("execute");

        assertThatThrownBy(from(refusing, new NotedConnection())::take).hasMessage("no execute");

        assertThat(refusing.done())
                .endsWith("rollback", "setNetworkTimeout 0", "setAutoCommit true", "close")
                .doesNotContain("abort");
    }

    @Test
    void aDriverThatThrowsSomethingElseKeepsNoConnection() throws Exception {
        NotedConnection odd = new NotedConnection().failingAt("execute", new UnsupportedOperationException("odd"));

        assertThatThrownBy(from(odd)::take).hasMessage("odd");

        assertThat(odd.done()).endsWith("rollback", "setNetworkTimeout 0", "setAutoCommit true", "close");
    }

    @Test
    void aConnectionThatDoesNotSayHowItCameIsCut() {
        NotedConnection silent = new NotedConnection().failingAt("getNetworkTimeout");

        assertThatThrownBy(from(silent)::take).hasMessage("no getNetworkTimeout");

        assertThat(silent.done()).containsExactly("rollback", "abort", "close");
    }

    @Test
    void onceClosedThePoolIsAskedForNothing() {
        PooledConnections connections = from(new NotedConnection());

        connections.close();

        assertThatThrownBy(connections::take).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    }

    @Test
    void whatThePoolSaysWhenItHasNoneIsRepeatedWithItsStateAndCause() {
        SQLException full = new SQLException("all 8 in use", "08001");
        IllegalStateException shut = new IllegalStateException("the pool was shut down");

        assertThatThrownBy(from(failing(full))::take)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"))
                .hasMessage("all 8 in use")
                .hasCause(full);
        assertThatThrownBy(from(failing(shut))::take)
                .isInstanceOf(SQLException.class)
                .hasMessage("the pool was shut down")
                .hasCause(shut);
    }

    /** It may have a password in it. */
    @Test
    void theAddressIsNotRepeatedWhoeverNamesIt() {
        String address = "jdbc:postgresql://db/?user=pat&password=word";
        SQLException direct = new SQLException("No driver for " + address + " here", "08001");
        SQLException below = new SQLException("no connection", new IllegalStateException("refused by " + address));

        assertThatThrownBy(from(failing(direct))::take)
                .hasMessage("No driver for jdbc:*** here")
                .hasNoCause();
        assertThatThrownBy(from(failing(below))::take)
                .hasMessage("no connection")
                .hasNoCause();
    }

    private static PooledConnections from(NotedConnection... connections) {
        return from(Stream.of(connections));
    }

    private static PooledConnections from(Stream<NotedConnection> connections) {
        Iterator<NotedConnection> idle = connections.iterator();
        return from(pool(() -> idle.next().connection()));
    }

    private static PooledConnections from(DataSource pool) {
        return new PooledConnections(pool, "the settings", Duration.ofSeconds(20), "Look at the pool.");
    }

    private static DataSource failing(Exception failure) {
        return pool(() -> {
            throw failure;
        });
    }

    private static DataSource pool(Callable<Connection> source) {
        return new CarelessPool(null) {
            @Override
            public Connection getConnection() throws SQLException {
                try {
                    return source.call();
                } catch (SQLException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
