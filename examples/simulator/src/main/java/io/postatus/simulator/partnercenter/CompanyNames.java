/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.util.List;

/** Names of made-up companies, none twice. */
final class CompanyNames {
    private static final List<String> NAMES = List.of(
            "Adatum",
            "Adventure Works",
            "Bellows",
            "Coho Winery",
            "Fabrikam",
            "Fourth Coffee",
            "Humongous",
            "Litware",
            "Lucerne",
            "Margie",
            "Northwind",
            "Proseware",
            "Relecloud",
            "Tailspin",
            "Trey",
            "Wide World");
    private static final List<String> TRADES = List.of(
            "Robotics", "Foods", "Logistics", "Press", "Health", "Toys", "Bank", "Airways", "Dairy", "Research");

    private CompanyNames() {}

    static String of(int number) {
        String name = NAMES.get(number % NAMES.size());
        int rest = number / NAMES.size();
        String trade = TRADES.get(rest % TRADES.size());
        int round = rest / TRADES.size();
        return name + " " + trade + (round == 0 ? "" : " " + (round + 1));
    }
}
