/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner reads and writes, where the file system knows owners. */
final class PrivateFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Creates the file unless it is there; in both cases it is private then. Never opens a file that is there. */
    static void make(Path file) throws IOException {
        try {
            Files.createFile(file, posix(file) ? attributes() : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            close(file);
        }
    }

    /** Makes the file private if it is there. */
    static void close(Path file) throws IOException {
        if (posix(file) && Files.exists(file)) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)};
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
