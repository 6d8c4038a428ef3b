/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs between the databases. Everything else is SQL that all of them understand. */
interface Dialect {

    /** The numbered scripts that build the tables, as resources beside this class, first to last. */
    List<String> migrations();

    /** Keeps everybody else from building the tables too, until the transaction ends. */
    void lockMigrations(Connection connection) throws SQLException;

    /** Whether statements that name this table find it. */
    boolean hasTable(Connection connection, String table) throws SQLException;

    /** Ends whoever is frozen in the midst of a write, if we may: nobody could take over what it has locked. */
    void endFrozen(Connection connection) throws SQLException;

    /** The time that leases are measured by, in {@link Ticks}: of one clock for all who share the database. */
    long now(Connection connection) throws SQLException;
}
