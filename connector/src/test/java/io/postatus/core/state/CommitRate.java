/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** How fast the state file is here: a main to be run on the test class path, with a folder on the disk that matters. */
final class CommitRate {
    private static final int PAGE = 100;
    private static final int PAGES = 100;

    private CommitRate() {}

    public static void main(String[] folder) throws Exception {
        Path parent = folder.length > 0 ? Path.of(folder[0]) : Path.of("target");
        Path file = Files.createTempDirectory(parent, "commit-rate").resolve("state.db");
        Orders orders = new Orders(1);
        List<OrderState> all =
                Stream.generate(orders::confirmed).limit(PAGE * PAGES).toList();
        try (PollState state = SqliteFile.open(file)) {
            Lease lease = state.acquire(StateFixture.STREAM, "rate", Duration.ofHours(1))
                    .orElseThrow();
            report("commits of 1 order", 500, i -> state.save(lease, all.subList(i, i + 1), 1));
            report("commits of 100 orders", PAGES, i -> state.save(lease, page(all, i), PAGE));
            report("look-ups of 100 orders", PAGES, i -> state.find(lease.stream(), numbers(page(all, i))));
            report("look-ups of what is due", PAGES, i -> state.due(lease.stream(), Orders.SOME_DAY, PAGE));
            Random random = new Random(2);
            report("changes of orders at random", 50, i -> state.save(lease, changed(all, orders, random), PAGE));
        }
        System.out.printf("%d bytes an order on disk%n", Files.size(file) / all.size());
    }

    private static void report(String what, int times, IntConsumer call) {
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            call.accept(i);
        }
        System.out.printf("%.0f %s a second%n", times * 1e9 / (System.nanoTime() - began), what);
    }

    private static List<OrderState> page(List<OrderState> all, int page) {
        return all.subList(page * PAGE, (page + 1) * PAGE);
    }

    private static List<String> numbers(List<OrderState> page) {
        return page.stream().map(OrderState::id).toList();
    }

    private static List<OrderState> changed(List<OrderState> all, Orders orders, Random random) {
        return random.ints(PAGE, 0, all.size())
                .mapToObj(all::get)
                .map(order -> order.confirmed(LastKnown.of(orders.knowledge(), new Mark(4, 5)), null))
                .toList();
    }
}
