/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
    @TempDir
    Path folder;

    /** As on Windows. A zip archive is one that is at hand everywhere. */
    @Test
    void aFileSystemThatKnowsNoOwnersIsUsedAllTheSame() throws Exception {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("archive.zip"), Map.of("create", "true"))) {
            Path file = archive.getPath("state.db");
            PrivateFiles.make(file);
            PrivateFiles.make(file);
            PrivateFiles.close(file);

            assertThat(Files.exists(file)).isTrue();
        }
    }
}
