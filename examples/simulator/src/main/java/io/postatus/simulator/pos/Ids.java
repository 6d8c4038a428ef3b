/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifiers are lower-case GUIDs, as in public recordings (apis/ticketutils-pos.md 3). */
final class Ids {
    private Ids() {}

    /** The same one for the same thing, in every simulator. */
    static String of(String thing) {
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
