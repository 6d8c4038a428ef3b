/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** A slice that a poll could not close, and why. It is read again with the next poll. */
public record OpenSlice(Slice slice, String reason) {

    @Override
    public String toString() {
        return slice.name() + ": " + reason;
    }
}
