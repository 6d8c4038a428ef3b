/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import java.util.List;
import java.util.Objects;

/** Lists as they come: a missing one stays missing, an entry that could not be read is left out. */
public final class WireList {

    private WireList() {}

    public static <T> List<T> copy(List<T> list) {
        return list == null ? null : list.stream().filter(Objects::nonNull).toList();
    }
}
