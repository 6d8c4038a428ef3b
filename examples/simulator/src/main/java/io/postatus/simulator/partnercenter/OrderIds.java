/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Draws order ids in the look of their kind, none twice in a tenant. */
final class OrderIds {
    private static final String HEX = "0123456789abcdef";
    private static final String URL_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private final RandomGenerator random;
    private final Set<String> drawn = new HashSet<>();

    OrderIds(RandomGenerator random) {
        this.random = random;
    }

    String next(OrderShape shape, Predicate<String> taken) {
        String id;
        do {
            id = draw(shape);
        } while (taken.test(id) || !drawn.add(id));
        return id;
    }

    private String draw(OrderShape shape) {
        return switch (shape) {
            case NEW_COMMERCE -> signs(HEX, 12);
            case MODERN -> signs(URL_SAFE, 33);
            case LEGACY -> String.join("-", signs(HEX, 8), signs(HEX, 4), signs(HEX, 4), signs(HEX, 4), signs(HEX, 12));
        };
    }

    private String signs(String alphabet, int length) {
        StringBuilder signs = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            signs.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return signs.toString();
    }
}
