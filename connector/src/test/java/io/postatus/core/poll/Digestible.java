/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.postatus.core.camel.PurchaseOrderConverters;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.state.Fingerprint;
import io.postatus.core.state.Knowledge;
import io.postatus.core.state.KnowledgeCodec;
import io.postatus.core.state.Mark;
import io.postatus.core.state.OrderState;
import io.postatus.core.state.StreamId;
import java.time.Instant;
import java.util.stream.Stream;

/** What becomes of a page: every order of it can be weighed, kept and told, or one strange order would stop its stream. */
public final class Digestible {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    /** What the tables can hold, and what services can mean. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z").minusSeconds(86_400);

    private static final Instant LAST =
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusSeconds(86_400);
    /** PostgreSQL refuses longer keys, and the character NUL. */
    private static final int LONGEST_ID = 400;

    private Digestible() {}

    public static void check(Page page, StatusSource source) {
        if (page == null) {
            return;
        }
        for (Observed order : page.orders()) {
            id(order.status().id());
            told(order, source);
        }
        page.customers().forEach(Digestible::id);
        for (Mention mention : page.mentions()) {
            id(mention.orderId());
            if (mention instanceof Mention.Row list) {
                Observed row = list.row();
                kept(new Knowledge(row.status().summary(), Fingerprint.of(row.shapeVersion(), row.fields())));
            }
        }
    }

    private static void told(Observed order, StatusSource source) {
        ChangeDetector detector =
                new ChangeDetector(new StreamId("vendor", "acme", "default"), source::status, () -> null, Rule.ALL);
        Observation observation = new Observation(order, new Mark(1, 1), new Mark(1, 2), NOW);
        Finding.News first =
                (Finding.News) detector.weigh(OrderState.unknown(order.status().id()), observation);
        kept(first.told().knowledge());
        told(first.change());

        OrderState confirmed = first.intended().confirmed(first.told(), null);
        Observation again = new Observation(order, new Mark(1, 3), new Mark(1, 4), NOW);
        assertThat(detector.weigh(confirmed, again))
                .as("the same order seen again")
                .isInstanceOf(Finding.Nothing.class);
    }

    private static void told(PurchaseOrderChange change) {
        PurchaseOrderStatus status = change.current();
        Stream.of(status.created(), status.lastUpdated())
                .filter(instant -> instant != null)
                .forEach(instant -> assertThat(instant).isBetween(FIRST, LAST));
        try {
            PurchaseOrderChange read = PurchaseOrderConverters.fromText(PurchaseOrderConverters.toText(change));
            assertThat(read.eventId()).isEqualTo(change.eventId());
            assertThat(read.current().summary()).isEqualTo(status.summary());
            PurchaseOrderConverters.toMap(change);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a change that cannot be told", e);
        }
    }

    private static void kept(Knowledge knowledge) {
        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(knowledge))).isEqualTo(knowledge);
    }

    private static void id(String id) {
        assertThat(id)
                .isNotBlank()
                .hasSizeLessThanOrEqualTo(LONGEST_ID)
                .matches(text -> text.chars().noneMatch(Character::isISOControl), "has no control characters");
    }
}
