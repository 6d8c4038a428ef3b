/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Draws order numbers: 8 alphanumerics, none twice in an account. */
final class OrderNumbers {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private final RandomGenerator random;

    OrderNumbers(RandomGenerator random) {
        this.random = random;
    }

    String next(Predicate<String> taken) {
        String number;
        do {
            StringBuilder signs = new StringBuilder(8);
            for (int i = 0; i < 8; i++) {
                signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            number = signs.toString();
        } while (taken.test(number));
        return number;
    }
}
