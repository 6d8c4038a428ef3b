/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
    private static final StreamId STREAM = StateFixture.STREAM;
    private static final int ORDERS = 10_000;

    @TempDir
    Path folder;

    @Test
    void itsFolderIsCreated() {
        Path deep = folder.resolve("var/lib/state.db");

        SqliteFile.open(deep).close();

        assertThat(deep).isRegularFile();
    }

    @Test
    void onlyTheOwnerReadsAnyOfTheFiles() throws Exception {
        try (PollState state = SqliteFile.open(file())) {
            acquire(state);
            assertThat(modes(folder)).containsOnly("rw-------").hasSize(4);
        }
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        try (PollState state = SqliteFile.open(file())) {
            acquire(state);
            assertThat(modes(folder)).containsOnly("rw-------").hasSize(4);
        }
    }

    @Test
    void onlyTheOwnerReadsThemInAFolderThatIsMadeForThem() throws Exception {
        Path deep = folder.resolve("var/lib");
        try (PollState state = SqliteFile.open(deep.resolve("state.db"))) {
            acquire(state);
            assertThat(modes(deep)).containsOnly("rw-------").hasSize(4);
        }
    }

    /** As another tool or a copy leaves them; the journal is that of somebody who switched the write-ahead log off. */
    @Test
    void onlyTheOwnerReadsWhatLiesBesideTheFileWhenItIsOpened() throws Exception {
        SqliteFile.open(file()).close();
        for (String suffix : List.of("-wal", "-shm", "-journal")) {
            Path beside = Files.write(folder.resolve("state.db" + suffix), new byte[512]);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (PollState state = SqliteFile.open(file())) {
            acquire(state);
            assertThat(modes(folder)).containsOnly("rw-------").hasSize(5);
        }
    }

    /** SQLite keeps the modes of those that it finds. */
    @Test
    void whatAProcessThatDiedLeftBehindIsMadePrivate() throws Exception {
        Path found = folder.resolve("found.db");
        try (PollState state = SqliteFile.open(file())) {
            acquire(state);
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path copy = Files.copy(folder.resolve("state.db" + suffix), folder.resolve("found.db" + suffix));
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        try (PollState state = SqliteFile.open(found)) {
            assertThat(modes(folder)).containsOnly("rw-------");
            assertThat(acquire(state).epoch()).as("its log was read").isEqualTo(2);
        }
    }

    @Test
    void openingVoidsLeasesAndEpochsGoOn() {
        Lease old;
        try (PollState state = SqliteFile.open(file())) {
            old = acquire(state);
        }
        try (PollState state = SqliteFile.open(file())) {
            assertThatThrownBy(() -> state.save(old, List.of(), 0)).isInstanceOf(FencedException.class);
            assertThat(acquire(state).epoch()).isEqualTo(old.epoch() + 1);
        }
    }

    @Test
    void aFolderIsRefusedAndTheMessageSaysWhatIsAllowed() {
        assertThatThrownBy(() -> SqliteFile.open(folder))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("is a folder")
                .hasMessageContaining(folder.resolve("purchase-orders.db").toString());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> SqliteFile.open(inTheWay.resolve("state.db")))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining(inTheWay.toString());
    }

    @Test
    void settingsInTheNameAreRefused() {
        assertThatThrownBy(() -> SqliteFile.open(folder.resolve("state.db?synchronous=OFF")))
                .hasMessageContaining("question mark");
    }

    @Test
    void anotherFileIsLeftAsItIsAndTheNameCanBeUsedOnceItIsGone() throws Exception {
        Files.writeString(file(), "these are the accounts of the company, ".repeat(200));
        assertThatItIsLeftAsItIs("not a database");

        Files.delete(file());
        SqliteFile.open(file()).close();
    }

    @Test
    void theDatabaseOfSomethingElseIsLeftAsItIs() throws Exception {
        sql("create table invoice (id integer)");
        assertThatItIsLeftAsItIs("a database of something else, with the tables invoice");
    }

    /** Its tables are not in the file yet, only in its log. */
    @Test
    void theDatabaseOfSomethingElseThatIsInUseIsLeftAsItIs() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file() + "?journal_mode=WAL");
                Statement statement = connection.createStatement()) {
            statement.execute("create table invoice (id integer)");
            assertThatItIsLeftAsItIs("a database of something else, with the tables invoice");
        }
    }

    private void assertThatItIsLeftAsItIs(String why) throws Exception {
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        byte[] before = Files.readAllBytes(file());
        List<Path> folderBefore = files(folder);

        assertThatThrownBy(() -> SqliteFile.open(file()))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining(file().toRealPath().toString())
                .hasMessageContaining(why)
                .hasMessageContaining("left as it is. The route does not start");

        assertThat(mode(file())).isEqualTo("rw-r--r--");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(files(folder)).isEqualTo(folderBefore);
    }

    @Test
    void anEmptyFileIsFilledAndMadePrivate() throws Exception {
        Files.createFile(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        SqliteFile.open(file()).close();

        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void aFileWithLettersThatAnAddressWouldEncodeIsOpenedAgain() {
        Path odd = folder.resolve("käufe #1 100%.db");
        SqliteFile.open(odd).close();
        SqliteFile.open(odd).close();
        assertThat(odd).isRegularFile();
    }

    @Test
    void aStartThatFailsIsNotSaidToBeTriedAgain() throws Exception {
        sql("create table po_schema_version (version integer)");
        sql("create table po_order (id integer)");
        assertThatThrownBy(() -> SqliteFile.open(file()))
                .hasMessageContaining("Could not prepare the tables in state file")
                .hasMessageContaining("The route does not start")
                .hasMessageNotContaining("tried again");
    }

    @Test
    void tablesOfANewerReleaseAreRefusedAndLeftAlone() throws Exception {
        SqliteFile.open(file()).close();
        sql("update po_schema_version set version = 99");

        assertThatThrownBy(() -> SqliteFile.open(file()))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("up to version 2")
                .hasMessageContaining(file().getFileName().toString());

        sql("update po_schema_version set version = 2");
        SqliteFile.open(file()).close();
    }

    @Test
    void aLinkIsTheFileItPointsTo() throws Exception {
        try (PollState state = SqliteFile.open(file())) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), file());

            assertThatThrownBy(() -> SqliteFile.open(link)).hasMessageContaining("in use");
        }
    }

    @Test
    void afterAFailureTheNextCallWorks() throws Exception {
        try (PollState state = SqliteFile.open(file())) {
            Lease lease = acquire(state);
            sql("alter table po_order rename to elsewhere");

            assertThatThrownBy(() -> state.save(lease, List.of(OrderState.unknown("1")), 1))
                    .isInstanceOf(StateStoreException.class)
                    .hasMessageContaining("Could not save 1 orders of stream amazonvendor/acme/default")
                    .hasMessageContaining("tried again")
                    .hasMessageContaining("Check that " + file().toRealPath())
                    .hasRootCauseInstanceOf(SQLException.class);

            sql("alter table elsewhere rename to po_order");
            state.save(lease, List.of(OrderState.unknown("1")), 1);
            assertThat(state.load(STREAM, "key").confirmed())
                    .as("nothing of what failed")
                    .isEqualTo(1);
        }
    }

    @Test
    void closingTwiceDoesNotOpenTheFileToOthers() {
        PollState first = SqliteFile.open(file());
        first.close();
        try (PollState second = SqliteFile.open(file())) {
            first.close();

            assertThatThrownBy(() -> SqliteFile.open(file())).hasMessageContaining("another Camel context");
        }
    }

    /** What no kill of a process can show, only a power cut. */
    @Test
    void everyCommitIsForcedToTheDisk() throws Exception {
        try (OneConnection connections = SqliteFile.connections(file())) {
            Connection connection = connections.take();
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).as("FULL").isEqualTo("2");
            connections.giveBack(connection, true);
        }
    }

    private static String pragma(Connection connection, String name) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery("pragma " + name)) {
            return value.getString(1);
        }
    }

    @Test
    void aClosedStoreSaysSo() {
        PollState state = SqliteFile.open(file());
        state.close();
        state.close();

        assertThatThrownBy(() -> state.load(STREAM, "key")).hasMessageContaining("closed");
    }

    @Test
    void anOrderTakesAtMost500BytesOnDisk() throws Exception {
        Orders orders = new Orders(11);
        List<OrderState> all = Stream.generate(orders::confirmed).limit(ORDERS).toList();
        try (PollState state = SqliteFile.open(file())) {
            Lease lease = acquire(state);
            for (int at = 0; at < ORDERS; at += 100) {
                save(state, lease, all.subList(at, at + 100));
            }
        }
        assertThat(Files.size(file()) / ORDERS).isLessThanOrEqualTo(500);
    }

    /** As a page does: intents before their exchanges, confirmations after. */
    private static void save(PollState state, Lease lease, List<OrderState> page) {
        state.save(
                lease,
                page.stream()
                        .map(order -> OrderState.unknown(order.id())
                                .intending(
                                        Intent.of(1, order.lastKnown().fingerprint(), new Mark(1, 1)), order.created()))
                        .toList(),
                0);
        state.save(lease, page, page.size());
    }

    private Lease acquire(PollState state) {
        return state.acquire(STREAM, "test", Duration.ofMinutes(1)).orElseThrow();
    }

    private static List<String> modes(Path folder) throws Exception {
        return files(folder).stream().map(SqliteFileTest::mode).toList();
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a person with the sqlite3 shell would. */
    private void sql(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path file() {
        return folder.resolve("state.db");
    }

    @Test
    void whatIsNoRegularFileIsRefusedAndLeftAsItIs() throws Exception {
        Path pipe = Files.createTempDirectory("state").resolve("pipe");
        new ProcessBuilder("mkfifo", "-m", "644", pipe.toString()).start().waitFor();
        assertThatThrownBy(() -> SqliteFile.open(pipe))
                .isInstanceOf(StateStoreException.class)
                .hasMessageContaining("no regular file");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pipe)))
                .isEqualTo("rw-r--r--");
    }
}
