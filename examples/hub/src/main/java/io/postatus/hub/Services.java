/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import java.util.List;

/** The services that the hub has a route for, each switched on or off by a property of its own. */
final class Services {
    static final List<String> NAMES = List.of("amazon", "partnercenter", "pos");

    private Services() {}

    /** A hub that polls nothing would be silent for ever. */
    static void check(Settings settings) {
        long on =
                NAMES.stream().filter(name -> settings.flag(name + ".enabled")).count();
        if (on == 0) {
            throw new IllegalArgumentException(
                    "there is nothing to poll: amazon.enabled, partnercenter.enabled and pos.enabled are all false");
        }
    }
}
