/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch itself is seen to fail: on each way by which a secret can get out of a test. */
class WatchTest {

    @ParameterizedTest
    @CsvSource({
        "logsAtTrace, Logger io.postatus.leak",
        "logsBehindAQuestion, Logger io.postatus.leak",
        "logsAnException, Logger io.postatus.leak",
        "logsOnAThreadThatBearsIt, Logger io.postatus.leak",
        "logsWithAnotherLibrary, Logger org.library",
        "prints, System.out",
        "printsWithoutALineEnd, System.out",
        "printsToTheOtherStream, System.err",
        "writesAFile, File of/state.db-wal",
        "writesAFileAtItsEnd, File last",
        "shows, The screen",
    })
    void aSecretThatGetsOutFailsTheTest(String leak, String where) {
        run(leak)
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains(where + ", thread ")))));
    }

    @Test
    void whoKeepsSecretsPasses() {
        run("keepsIt").testEvents().assertStatistics(tests -> tests.succeeded(1));
    }

    @Test
    void aSecretFailsOneTestAndNotTheNext() {
        run("prints");
        run("keepsIt").testEvents().assertStatistics(tests -> tests.succeeded(1));
    }

    private static EngineExecutionResults run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.tempdir.factory.default", WatchedFolder.class.getName())
                .selectors(selectMethod(Leaks.class, method))
                .execute();
    }

    /** Run by the tests above alone. */
    static final class Leaks {
        private static final Logger OURS = LoggerFactory.getLogger("io.postatus.leak");
        private static final String SECRET = Canary.of("leak");

        @TempDir
        Path folder;

        private String last = "nothing";

        @AfterEach
        void close() throws Exception {
            Files.writeString(folder.resolve("last"), last);
        }

        @Test
        void logsAtTrace() {
            OURS.trace("got {}", SECRET);
        }

        @Test
        void logsBehindAQuestion() {
            if (OURS.isTraceEnabled()) {
                OURS.trace("got {}", SECRET);
            }
        }

        @Test
        void logsAnException() {
            OURS.debug("failed", new IllegalStateException("refused", new IllegalArgumentException(SECRET)));
        }

        @Test
        void logsOnAThreadThatBearsIt() throws InterruptedException {
            Thread thread = new Thread(() -> OURS.trace("nothing"), "pool of " + SECRET);
            thread.start();
            thread.join();
        }

        @Test
        void logsWithAnotherLibrary() {
            LoggerFactory.getLogger("org.library").info("sent {}", SECRET);
        }

        @Test
        void prints() {
            System.out.println(SECRET);
        }

        @Test
        void printsWithoutALineEnd() {
            System.out.print(SECRET);
            System.out.flush();
        }

        @Test
        void printsToTheOtherStream() {
            System.err.println(SECRET);
        }

        @Test
        void writesAFile() throws Exception {
            Files.createDirectory(folder.resolve("of"));
            Files.writeString(folder.resolve("of/state.db-wal"), "page " + SECRET);
        }

        @Test
        void writesAFileAtItsEnd() {
            last = SECRET;
        }

        @Test
        void shows() {
            Watch.look("The screen", SECRET);
        }

        @Test
        void keepsIt() {
            OURS.info("got a token");
            System.out.println("nothing to see");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
