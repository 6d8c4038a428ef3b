/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

/** A telephone number of a {@link Contact}. */
@PosRecord
public record Phone(
        String phoneId,
        String contactId,
        String phoneType,
        String phone,
        String extension,
        Boolean isPrimary,
        Boolean isDeleted) {

    /** Without the number. */
    @Override
    public String toString() {
        return "Phone[" + phoneId + "]";
    }
}
