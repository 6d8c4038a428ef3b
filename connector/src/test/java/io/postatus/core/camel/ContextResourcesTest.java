/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.state.StreamId;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a context has one of. */
class ContextResourcesTest {
    private static final StreamId STREAM = new StreamId("amazonvendor", "acme", "default");
    private static final StreamId ANOTHER = new StreamId("amazonvendor", "acme", "audit");

    @TempDir
    Path folder;

    @Test
    void aStreamWhoseStoreCannotBeOpenedIsFreeForTheNextTry() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            ContextResources resources = ContextResources.of(camel);
            assertThatThrownBy(() -> resources.use(STREAM, "route", "sqlite:" + folder))
                    .hasMessageContaining("folder");
            try (StreamUse use = resources.use(STREAM, "route", "memory")) {
                assertThat(use.store()).isNotNull();
            }
        }
    }

    @Test
    void oneFileHasOneStoreHoweverItsPathIsWritten() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.start();
            ContextResources resources = ContextResources.of(camel);
            try (StreamUse one = resources.use(STREAM, "one", "sqlite:" + folder.resolve("state.db"));
                    StreamUse other = resources.use(ANOTHER, "other", "sqlite:" + folder.resolve("here/../state.db"))) {
                assertThat(one.store()).isSameAs(other.store());
            }
        }
    }
}
