/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

/** A text as services write it. */
public final class WireText {

    private WireText() {}

    /** Null and blank mean the same: the service left it out. */
    public static boolean isAbsent(String text) {
        return text == null || text.isBlank();
    }
}
