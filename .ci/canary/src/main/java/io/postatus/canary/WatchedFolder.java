/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the folders of {@code @TempDir}: whatever a test leaves in one, such as state and events, is looked at, byte by byte. */
public final class WatchedFolder implements TempDirFactory {
    /** With the test, or the class of tests, that it is for. */
    private static final Map<Path, String> FOLDERS = new ConcurrentHashMap<>();

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext scope) throws IOException {
        Path folder = Files.createTempDirectory("junit");
        FOLDERS.put(folder, scope.getUniqueId());
        return folder;
    }

    static void look(ExtensionContext scope, Sightings sightings) {
        FOLDERS.forEach((folder, owner) -> {
            if (owner.equals(scope.getUniqueId()) && FOLDERS.remove(folder, owner)) {
                look(folder, sightings);
            }
        });
    }

    private static void look(Path folder, Sightings sightings) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
                    if (is.isRegularFile()) {
                        try {
                            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                            sightings.look("File " + folder.relativize(file), text);
                        } catch (NoSuchFileException e) {
                            return visitFileFailed(file, e);
                        }
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** What still runs may take away a file that it needs no more. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("what the test has left in " + folder + " cannot be looked at", e);
        }
    }
}
