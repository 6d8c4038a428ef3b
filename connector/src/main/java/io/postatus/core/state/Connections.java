/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from: one that is kept, or a pool. */
interface Connections extends AutoCloseable {

    /** A connection that nobody else uses, with autocommit off. May wait for one. */
    Connection take() throws SQLException;

    /**
     * Ends the use of a connection.
     *
     * @param sound false if it failed and is not to be used again
     */
    void giveBack(Connection connection, boolean sound);

    /** What a person can do when it fails, naming the place. */
    String advice();

    @Override
    void close();
}
