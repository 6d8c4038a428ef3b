/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every database can hold as a key. */
class StoredNameTest {

    static String[] fitting() {
        return new String[] {"4500012345", "PO 7/ä-ß", "\ud83d\ude00", "x".repeat(400)};
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void namesThatPeopleGiveFit(String name) {
        assertThat(StoredName.fits(name)).isTrue();
    }

    static String[] unfit() {
        return new String[] {"", "  ", "a\0b", "a\nb", "half \ud83d", "\ude00 a character", "x".repeat(401)};
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatADatabaseWouldRefuseOrNotFindAgainDoesNot(String name) {
        assertThat(StoredName.fits(name)).isFalse();
    }
}
