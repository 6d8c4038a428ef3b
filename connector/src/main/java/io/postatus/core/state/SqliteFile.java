/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * Poll state in a SQLite file: the durable store that needs no server.
 *
 * <ol>
 *   <li>A commit that was acknowledged survives the death of the process and of the machine.
 *   <li>The file belongs to one process at a time; a second one is refused.
 *   <li>Opening it voids all leases: whoever held one is gone. Epochs go on.
 *   <li>A file that holds something else is refused and left as it is.
 *   <li>The file and those beside it ({@code -wal}, {@code -shm}, {@code -journal}, {@code .lock}) can be read by their
 *       owner only.
 * </ol>
 */
public final class SqliteFile {
    /** WAL and FULL: one fsync a commit, none lost. IMMEDIATE: no transaction fails because it began with a read. */
    private static final String SETTINGS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&transaction_mode=IMMEDIATE";

    private SqliteFile() {}

    public static PollState open(Path path) {
        return open(path, Clock.systemUTC());
    }

    /** @param clock tells when leases expire */
    public static PollState open(Path path, Clock clock) {
        Path file = prepared(path);
        try {
            Connections connections = new Locked(connections(file), ProcessLock.on(file));
            try {
                return opened(file, connections, clock);
            } catch (IOException | RuntimeException e) {
                connections.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static PollState opened(Path file, Connections connections, Clock clock) throws IOException {
        PrivateFiles.make(file);
        JdbcPollState state = new JdbcPollState(connections, new SqliteDialect(clock));
        state.migrate("state file " + file);
        state.voidLeases();
        PrivateFiles.close(sibling(file, "-wal"));
        PrivateFiles.close(sibling(file, "-shm"));
        PrivateFiles.close(sibling(file, "-journal"));
        return state;
    }

    /** The file's one name, with its folder and its lock's file in place. */
    private static Path prepared(Path path) {
        Path file = path.toAbsolutePath().normalize();
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new StateStoreException("State file " + file
                    + " is no regular file and was left as it is: name another, for example sqlite:state.db");
        }
        if (Files.isDirectory(file)) {
            throw new StateStoreException("State file " + file + " is a folder: name a file, for example sqlite:"
                    + file.resolve("purchase-orders.db"));
        }
        if (file.toString().contains("?")) {
            throw new StateStoreException("State file " + file + " has a question mark in its name:"
                    + " what follows it would be taken for settings of SQLite; choose another name");
        }
        try {
            Files.createDirectories(file.getParent());
            Path real = Files.exists(file)
                    ? file.toRealPath()
                    : file.getParent().toRealPath().resolve(file.getFileName());
            FileContent.requireOurs(real);
            PrivateFiles.make(ProcessLock.fileFor(real));
            return real;
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static StateStoreException unusable(Path file, IOException e) {
        return new StateStoreException(
                "State file " + file + " cannot be used: " + e
                        + ". The route does not start; name a file in a folder that this process may write to.",
                e);
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    static OneConnection connections(Path file) {
        return new OneConnection(
                () -> JDBC.createConnection("jdbc:sqlite:" + file + SETTINGS, new Properties()),
                "Check that " + file + " is a state file of this connector, that this process may write to it,"
                        + " that its disk has room and that no other program keeps it locked.");
    }

    /** The connection with the lock that keeps it alone; the lock is given up last. */
    private record Locked(OneConnection connections, ProcessLock lock) implements Connections {
        @Override
        public Connection take() throws SQLException {
            return connections.take();
        }

        @Override
        public void giveBack(Connection connection, boolean sound) {
            connections.giveBack(connection, sound);
        }

        @Override
        public String advice() {
            return connections.advice();
        }

        @Override
        public void close() {
            connections.close();
            lock.close();
        }
    }
}
