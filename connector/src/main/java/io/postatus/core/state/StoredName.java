/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

/** The name of an order or a customer, as every database can hold it as a key. */
public final class StoredName {

    /** PostgreSQL's keys end at 2,700 bytes; ids that people made up end far below this. */
    private static final int LONGEST = 400;

    private StoredName() {}

    /** PostgreSQL refuses NUL, and half a character is found again by none of them. */
    public static boolean fits(String name) {
        return name.length() <= LONGEST && !name.isBlank() && name.codePoints().allMatch(StoredName::isPlain);
    }

    private static boolean isPlain(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
