/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.Digest;

/** An entry of a page that does not even show which order it is: kept as it came, and reported. */
public record Unreadable(String document, String cause) {

    /** What it is parked under, in place of a number. */
    String name() {
        return "unreadable-" + Digest.of(document);
    }
}
