/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All versions of one order with the instants from which each way of reading shows them. Guarded by the world. */
final class Story {
    private record Shown(OrderVersion version, Instant byGet, Instant byList) {}

    private final OrderFacts facts;
    private final List<Shown> versions = new ArrayList<>(3);
    private final List<Attachment> attachments = new ArrayList<>(0);

    Story(OrderFacts facts) {
        this.facts = facts;
    }

    OrderFacts facts() {
        return facts;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    void add(OrderVersion version, Instant byGet, Instant byList) {
        versions.add(new Shown(version, byGet, byList));
    }

    /** No later version is shown before an earlier one. */
    Instant notBefore(Instant due) {
        Instant latest = versions.isEmpty() ? due : last().byGet();
        return due.isAfter(latest) ? due : latest;
    }

    /** The newest version, shown or not. */
    OrderVersion newest() {
        return last().version();
    }

    /** The version before the newest. */
    Optional<OrderVersion> beforeNewest() {
        return versions.size() < 2
                ? Optional.empty()
                : Optional.of(versions.get(versions.size() - 2).version());
    }

    /** What a GET by id shows. */
    Optional<OrderVersion> byGet(Instant now) {
        return latest(shown -> !shown.byGet().isAfter(now));
    }

    /** What a list shows. */
    Optional<OrderVersion> byList(Instant now) {
        return latest(shown -> !shown.byList().isAfter(now));
    }

    private Optional<OrderVersion> latest(Predicate<Shown> visible) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (visible.test(versions.get(i))) {
                return Optional.of(versions.get(i).version());
            }
        }
        return Optional.empty();
    }

    private Shown last() {
        return versions.get(versions.size() - 1);
    }
}
