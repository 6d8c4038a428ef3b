/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static io.postatus.core.state.StateFixture.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that several processes share, and that goes away at times. */
class PostgresDatabaseTest {
    private static final Duration LIFE = Duration.ofSeconds(30);
    /** More than other tests on this server need in the midst of a transaction. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final TestPostgres postgres = new TestPostgres();

    @AfterEach
    void drop() {
        postgres.close();
    }

    private PollState open() {
        return PostgresDatabase.open(postgres.pool(), "#orders");
    }

    @Test
    void twoNodesThatTakeAStreamFromEachOtherNeverAdvanceTwice() throws Exception {
        try (PollState one = open();
                PollState other = open()) {
            Contenders contenders = new Contenders(List.of(one, other), time -> LockSupport.parkNanos(time.toNanos()));
            List<Long> advances = contenders.run(4, 40);

            long last = one.find(STREAM, List.of(Contenders.ORDER))
                    .get(Contenders.ORDER)
                    .sequence();
            assertThat(advances).doesNotHaveDuplicates().hasSize((int) last);
            assertThat(contenders.fencedOff()).isPositive();
        }
    }

    @Test
    void openingVoidsNobodysLease() {
        try (PollState one = open()) {
            Lease lease = one.acquire(STREAM, "one", LIFE).orElseThrow();
            try (PollState other = open()) {
                assertThat(other.acquire(STREAM, "other", LIFE)).isEmpty();
                one.release(lease);
                assertThat(other.acquire(STREAM, "other", LIFE).orElseThrow().epoch())
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void leasesAreMeasuredByTheDatabasesClock() {
        try (PollState state = open()) {
            state.acquire(STREAM, "one", LIFE).orElseThrow();
        }
        assertThat(Double.parseDouble(postgres.ask(
                        "select lease_until / 10000000.0 - extract(epoch from clock_timestamp()) from po_stream")))
                .isBetween(0.0, 30.0);
    }

    @Test
    void nodesThatStartAtOnceBuildTheTablesOnce() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Future<PollState>> started = nodes.invokeAll(Collections.nCopies(6, this::open), 30, TimeUnit.SECONDS);
            for (Future<PollState> node : started) {
                node.get().close();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(postgres.ask("select string_agg(version::text, ' ') from po_schema_version"))
                .isEqualTo("1 2");
    }

    /** By a person who may, for an application that may not build tables. */
    @Test
    void theTablesCanBeBuiltByHand() throws Exception {
        for (String name : List.of("postgresql/V1__poll_state.sql", "postgresql/V2__operations.sql")) {
            try (InputStream script = PostgresDatabase.class.getResourceAsStream(name)) {
                postgres.sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String role = "app_" + postgres.schema();
        postgres.sql("create role " + role + " login; grant usage on schema " + postgres.schema() + " to " + role
                + "; grant select, insert, update, delete on all tables in schema " + postgres.schema() + " to "
                + role);
        PGSimpleDataSource application = postgres.direct();
        application.setUser(role);

        try (PollState state = PostgresDatabase.open(application, "#orders")) {
            Lease lease = state.acquire(STREAM, "one", LIFE).orElseThrow();
            state.save(lease, List.of(OrderState.unknown("1")), 1);
            assertThat(state.load(STREAM, "key").confirmed()).isEqualTo(1);
        } finally {
            postgres.sql("drop owned by " + role + "; drop role " + role);
        }
    }

    @Test
    void whoMayNotBuildTheTablesIsToldTheScripts() {
        String role = "poor_" + postgres.schema();
        postgres.sql("create role " + role + " login; grant usage on schema " + postgres.schema() + " to " + role);
        PGSimpleDataSource poor = postgres.direct();
        poor.setUser(role);
        try {
            assertThatThrownBy(() -> PostgresDatabase.open(poor, "#orders"))
                    .hasMessageContainingAll(
                            "Could not prepare the tables in the database of #orders",
                            "permission denied",
                            "postgresql/V1__poll_state.sql of this library's jar",
                            "by hand");
        } finally {
            postgres.sql("drop owned by " + role + "; drop role " + role);
        }
    }

    @Test
    void tablesOfThatNameInAnotherSchemaAreNotOurs() {
        try (TestPostgres elsewhere = new TestPostgres()) {
            PostgresDatabase.open(elsewhere.pool(), "#elsewhere").close();
            elsewhere.sql("update po_schema_version set version = 99");

            open().close();
        }
        assertThat(postgres.ask("select max(version) from po_schema_version")).isEqualTo("2");
    }

    @Test
    void tablesOfANewerReleaseAreRefused() {
        open().close();
        postgres.sql("insert into po_schema_version (version) values (3)");

        assertThatThrownBy(this::open)
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("the database of #orders has tables of version 3");
    }

    /** The server of this test does not wait for the disk unless it is told to. */
    @Test
    void whatWasAcknowledgedSurvivesACrash() {
        try (PollState state = PostgresDatabase.open(postgres.direct(), "#orders")) {
            for (int crash = 1; crash <= 2; crash++) {
                Lease lease = state.acquire(STREAM, "node" + crash, LIFE).orElseThrow();
                state.save(lease, List.of(OrderState.unknown("order" + crash)), 1);
                state.release(lease);
                postgres.crash();
                assertThatThrownBy(() -> state.load(STREAM, "key"))
                        .isInstanceOf(StateStoreException.class)
                        .hasMessageContaining("Could not load stream amazonvendor/acme/default")
                        .hasMessageContaining("Check that the database of #orders runs");
                postgres.start();

                assertThat(lease.epoch()).isEqualTo(crash);
                assertThat(state.load(STREAM, "key").confirmed()).isEqualTo(crash);
            }
        }
    }

    @Test
    void connectionsThatDiedInThePoolArePassedOver() throws Exception {
        try (CarelessPool pool = new CarelessPool(postgres.direct());
                PollState state = PostgresDatabase.open(pool, "#orders")) {
            pool.fill(5);
            postgres.crash();
            postgres.start();

            assertThat(state.acquire(STREAM, "one", LIFE)).isPresent();
            assertThat(pool.closedOnReturn()).isEqualTo(6);
        }
    }

    @Test
    void connectionsGoBackAsTheyCame() throws Exception {
        try (CarelessPool pool = new CarelessPool(postgres.direct())) {
            Connection only = pool.getConnection();
            only.setNetworkTimeout(Runnable::run, 60_000);
            try (Statement statement = only.createStatement()) {
                statement.execute("set lock_timeout = '7s'");
            }
            only.close();
            try (PollState state = PostgresDatabase.open(pool, "#orders")) {
                Lease lease = state.acquire(STREAM, "one", LIFE).orElseThrow();
                assertThatThrownBy(() -> state.save(lease, List.of(OrderState.unknown("a\0b")), 1))
                        .isInstanceOf(StateStoreException.class)
                        .hasMessageContaining("0x00")
                        .hasMessageNotContaining("insert into");
                assertThatThrownBy(() -> state.save(new Lease(STREAM, "other", 9), List.of(), 1))
                        .isInstanceOf(FencedException.class);
            }

            assertThat(pool.closedOnReturn()).isZero();
            try (Connection again = pool.getConnection()) {
                assertThat(again.getAutoCommit()).isTrue();
                assertThat(again.getNetworkTimeout()).isEqualTo(60_000);
                assertThat(TestPostgres.ask(again, "show lock_timeout")).isEqualTo("7s");
                assertThat(TestPostgres.ask(again, "show idle_in_transaction_session_timeout"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void aConnectionThatComesWithATransactionIsUsed() throws Exception {
        try (CarelessPool pool = new CarelessPool(postgres.direct())) {
            Connection only = pool.getConnection();
            only.setAutoCommit(false);
            TestPostgres.ask(only, "select 1");
            only.close();

            PostgresDatabase.open(pool, "#orders").close();

            try (Connection again = pool.getConnection()) {
                assertThat(again.getAutoCommit()).isFalse();
            }
        }
    }

    @Test
    void everyTransactionIsBoundedAndWaitsForTheDisk() throws Exception {
        PGSimpleDataSource direct = postgres.direct();
        direct.setApplicationName("hub-1");
        direct.setOptions("-c default_transaction_isolation=serializable -c default_transaction_read_only=on");
        PooledConnections pool = PostgresDatabase.connections(direct, "#orders");
        Connection connection = pool.take();
        try {
            assertThat(connection.getNetworkTimeout()).isEqualTo(20_000);
            assertThat(TestPostgres.ask(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(TestPostgres.ask(connection, "show lock_timeout")).isEqualTo("10s");
            assertThat(TestPostgres.ask(connection, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("20s");
            assertThat(TestPostgres.ask(connection, "show application_name")).isEqualTo("purchase-orders in hub-1");
            assertThat(TestPostgres.ask(connection, "show transaction_isolation"))
                    .isEqualTo("read committed");
            assertThat(TestPostgres.ask(connection, "show transaction_read_only"))
                    .isEqualTo("off");
        } finally {
            pool.giveBack(connection, true);
        }
    }

    /** Such a one is not idle, and no statement runs: the server would wait for ever. */
    @Test
    void whoFreezesInTheMidstOfAMessageIsEndedByWhoWantsTheStream() throws Exception {
        PGSimpleDataSource freezing = postgres.direct();
        freezing.setSocketFactory(FreezingSockets.class.getName());
        ExecutorService nodes = Executors.newSingleThreadExecutor();
        try (FreezingSockets.Frost frost = FreezingSockets.frost();
                PollState one = PostgresDatabase.open(freezing, "#orders");
                PollState other = PostgresDatabase.open(postgres.pool(), "#orders", new PostgresDialect(PATIENCE))) {
            Lease lease = one.acquire(STREAM, "one", Duration.ofMillis(1)).orElseThrow();
            List<OrderState> orders = IntStream.range(0, 2_000)
                    .mapToObj(i -> OrderState.unknown("order" + i))
                    .toList();
            frost.comeAfter(50_000);
            Future<?> write = nodes.submit(() -> one.save(lease, orders, 1));
            await().until(() -> postgres.ask("select count(*) from pg_stat_activity where state = 'active'"
                            + " and wait_event = 'ClientRead' and application_name like 'purchase-orders in %'"
                            + " and state_change < clock_timestamp() - interval '3 seconds'")
                    .equals("1"));

            assertThat(other.acquire(STREAM, "other", LIFE)).isPresent();

            frost.go();
            assertThatThrownBy(() -> write.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(StateStoreException.class);
            assertThat(other.find(STREAM, List.of("order1"))).isEmpty();
        } finally {
            nodes.shutdownNow();
        }
    }

    /** Who is slow, or somebody else's, is left alone, however old. */
    @Test
    void onlySessionsOfOursThatWaitForTheirClientAreEnded() throws Exception {
        String role = "other_" + postgres.schema();
        postgres.sql("create role " + role + " login");
        PGSimpleDataSource otherUser = postgres.direct();
        otherUser.setUser(role);
        ExecutorService slow = Executors.newSingleThreadExecutor();
        try (Connection frozen = transaction(postgres.direct(), PostgresDialect.OURS + "hub");
                Connection busy = transaction(postgres.direct(), PostgresDialect.OURS + "hub");
                Connection anotherProgram = transaction(postgres.direct(), "purchase-orders hub");
                Connection anotherUser = transaction(otherUser, PostgresDialect.OURS + "hub");
                Connection asking = postgres.direct().getConnection()) {
            Future<String> answer = slow.submit(() -> TestPostgres.ask(busy, "select 'done' from pg_sleep(6)"));
            await().until(() -> postgres.ask("select count(*) from pg_stat_activity where xact_start is not null"
                            + " and application_name like 'purchase-orders%' and wait_event in ('ClientRead', 'PgSleep')"
                            + " and state_change < clock_timestamp() - interval '3 seconds'")
                    .equals("4"));
            asking.setAutoCommit(false);
            new PostgresDialect(PATIENCE).endFrozen(asking);

            await().untilAsserted(() -> assertThat(frozen.isValid(1)).isFalse());
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(anotherProgram.isValid(1)).isTrue();
            assertThat(anotherUser.isValid(1)).isTrue();
        } finally {
            slow.shutdownNow();
            postgres.sql("drop role " + role);
        }
    }

    private static Connection transaction(PGSimpleDataSource user, String application) throws SQLException {
        user.setApplicationName(application);
        Connection connection = user.getConnection();
        connection.setAutoCommit(false);
        TestPostgres.ask(connection, "select 1");
        return connection;
    }

    @Test
    void whoMayEndNoSessionTakesOverAllTheSame() throws Exception {
        String role = "weak_" + postgres.schema();
        String end = postgres.ask("select oid::regprocedure from pg_proc where proname = 'pg_terminate_backend'");
        open().close();
        postgres.sql("create role " + role + " login; grant usage on schema " + postgres.schema() + " to " + role
                + "; grant select, insert, update, delete on all tables in schema " + postgres.schema() + " to "
                + role + "; revoke execute on function " + end + " from public");
        PGSimpleDataSource weak = postgres.direct();
        weak.setUser(role);
        try (PollState state = PostgresDatabase.open(weak, "#orders")) {
            state.acquire(STREAM, "one", Duration.ofMillis(1)).orElseThrow();

            await().until(() -> state.acquire(STREAM, "other", LIFE).isPresent());
        } finally {
            postgres.sql(
                    "grant execute on function " + end + " to public; drop owned by " + role + "; drop role " + role);
        }
    }

    @Test
    void theAddressIsNotRepeatedWhenThePoolNamesIt() {
        PooledConnections pool = PostgresDatabase.connections(
                new CarelessPool(null) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        throw new SQLException("No driver for jdbc:postgresql://db/?user=pat&password=c4nary here");
                    }
                },
                "#orders");

        assertThatThrownBy(pool::take).hasMessage("No driver for jdbc:*** here").hasNoCause();
    }

    /** Sweeps queue what consumers take off the queue, each in an order of its own. */
    @Test
    void whoQueuesTheSameOrdersTheOtherWayRoundIsNotInTheWay() throws Exception {
        List<String> numbers =
                IntStream.range(0, 400).mapToObj(i -> "order" + i).toList();
        List<String> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        ExecutorService sweeps = Executors.newFixedThreadPool(2);
        try (PollState state = open()) {
            List<Future<?>> all = new ArrayList<>();
            for (List<String> order : List.of(numbers, reversed)) {
                all.add(sweeps.submit(() -> {
                    for (int second = 0; second < 15; second++) {
                        state.queue(STREAM, order, StateFixture.at(second));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
            assertThat(state.due(STREAM, StateFixture.at(0), 1000)).hasSize(400);
        } finally {
            sweeps.shutdownNow();
        }
    }

    @Test
    void aClosedStoreSaysSoAndLeavesThePoolOpen() throws Exception {
        HikariDataSource pool = postgres.pool();
        PollState state = PostgresDatabase.open(pool, "#orders");
        state.close();

        assertThatThrownBy(() -> state.load(STREAM, "key")).hasMessageContaining("closed");
        assertThat(pool.isClosed()).isFalse();
    }
}
