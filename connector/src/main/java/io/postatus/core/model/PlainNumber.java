/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import java.math.BigDecimal;

/** One form for each number, so that 90 and 90.0 are no change. */
public final class PlainNumber {
    /** Beyond this a number stays as it came: 1E+999999999 in plain digits would fill the memory. */
    private static final int LONGEST = 50;

    private PlainNumber() {}

    /** Without trailing zeros behind the point, and with those before it. Null stays null. */
    public static BigDecimal of(BigDecimal number) {
        if (number == null || isAbsurd(number)) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static String text(BigDecimal number) {
        return isAbsurd(number) ? number.toString() : of(number).toPlainString();
    }

    private static boolean isAbsurd(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST;
    }
}
