/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import static io.postatus.core.poll.ScriptedService.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One answer: an entry with a name that no store can hold must not stop the stream, and is not lost either. */
class PageTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String STRANGE = "a\0b";

    private final Observed good = order("1", "A", NOW);
    private final Observed strange = order(STRANGE, "B", NOW);

    @Test
    void anOrderWithAStrangeIdIsUnreadableAndKeptAsItCame() {
        Page page = new Page(List.of(strange, good), List.of(new Unreadable("{}", "no number")), null, NOW);

        assertThat(page.orders()).containsExactly(good);
        assertThat(page.unreadable())
                .containsExactly(
                        new Unreadable("{}", "no number"),
                        new Unreadable("{\"word\":\"B\"}", "its id is none that can be kept"));
    }

    @Test
    void aRowWithAStrangeIdIsKeptAsItCameAndOfAnyOtherMentionTheIdAsJson() {
        Mention.Row row = new Mention.Row(new Observed(strange.status(), 0, Collections.emptySortedMap()));
        Page page =
                Page.ofMentions(List.of(row, new Mention.Moved(STRANGE), new Mention.Moved("1")), List.of(), null, NOW);

        assertThat(page.mentions()).containsExactly(new Mention.Moved("1"));
        assertThat(page.unreadable())
                .extracting(Unreadable::document)
                .containsExactly("{\"word\":\"B\"}", "\"a\\u0000b\"");
    }

    @Test
    void aCustomerWithAStrangeIdIsUnreadableToo() {
        Page page = Page.ofCustomers(List.of("x", STRANGE), null, NOW);

        assertThat(page.customers()).containsExactly("x");
        assertThat(page.unreadable()).extracting(Unreadable::document).containsExactly("\"a\\u0000b\"");
    }

    /** Read twice it is one entry on the list of what was parked, and not two. */
    @Test
    void anUnreadableEntryIsNamedByItsDocument() {
        String name = new Unreadable("{}", "no number").name();

        assertThat(name).matches("unreadable-[0-9a-f]{32}");
        assertThat(new Unreadable("{}", "no date").name()).isEqualTo(name);
        assertThat(new Unreadable("[]", "no number").name()).isNotEqualTo(name);
    }

    @Test
    void aTokenIsHandedToTheServiceAndShownToNobodyElse() {
        assertThat(PageToken.text(PageToken.of("secret"))).isEqualTo("secret");
        assertThat(PageToken.of("secret")).hasToString("PageToken[***]");
    }

    @Test
    void theFirstPageHasNoTokenAndABlankOneIsNone() {
        assertThat(PageToken.text(null)).isNull();
        assertThat(PageToken.of(" ")).isNull();
        assertThat(PageToken.of(null)).isNull();
    }
}
