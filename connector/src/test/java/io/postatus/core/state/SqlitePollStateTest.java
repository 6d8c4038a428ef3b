/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqlitePollStateTest extends PollStateContract {
    @TempDir
    Path folder;

    @Override
    PollState empty(SettableClock clock) {
        return SqliteFile.open(folder.resolve("state.db"), clock);
    }
}
