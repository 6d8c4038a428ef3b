/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final Fingerprint NO_FIELDS = Fingerprint.of(1, new TreeMap<>());

    @Property(tries = 200)
    void bytesHoldAllOfIt(@ForAll long seed) {
        Knowledge knowledge = new Orders(seed).knowledge();

        Knowledge read = KnowledgeCodec.decode(KnowledgeCodec.encode(knowledge));

        assertThat(read).isEqualTo(knowledge);
        assertThat(read.id()).isEqualTo(knowledge.id());
    }

    @Test
    void noLinesAndLinesLeftOutAreTwoThings() {
        Knowledge none = knowledge(new PurchaseOrderSummary(Status.UNKNOWN, "Neu: ä€", null, null, List.of()));
        Knowledge leftOut = knowledge(new PurchaseOrderSummary(null, null, null, null, null));

        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(none))).isEqualTo(none);
        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(leftOut))).isEqualTo(leftOut);
    }

    @Test
    void quantitiesAndInstantsStayExact() {
        PurchaseOrderLine line = new PurchaseOrderLine(
                "1", null, null, null, new BigDecimal("0.10"), new BigDecimal("1E+3"), null, BigDecimal.ZERO, null);
        Instant ticks = Instant.parse("2026-03-02T14:30:00.1234567Z");
        Knowledge knowledge = knowledge(new PurchaseOrderSummary(Status.OPEN, "", null, ticks, List.of(line)));

        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(knowledge))).isEqualTo(knowledge);
    }

    @Test
    void aDocumentOfManyThousandFieldsFits() {
        TreeMap<String, String> fields = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            fields.put("field" + i, "");
        }
        Knowledge wide = new Knowledge(new Orders(1).knowledge().summary(), Fingerprint.of(1, fields));

        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(wide))).isEqualTo(wide);
    }

    @Test
    void anOrderOfManyLinesFits() {
        List<PurchaseOrderLine> lines = Stream.generate(
                        () -> new Orders(3).knowledge().summary().lines())
                .limit(200)
                .flatMap(List::stream)
                .toList();
        Knowledge large = knowledge(new PurchaseOrderSummary(Status.OPEN, "OPEN", null, null, lines));

        assertThat(KnowledgeCodec.decode(KnowledgeCodec.encode(large))).isEqualTo(large);
    }

    @Test
    void anOrderWithFiveLinesTakesAtMost350Bytes() {
        Orders orders = new Orders(7);

        for (int i = 0; i < 500; i++) {
            assertThat(KnowledgeCodec.encode(orders.knowledge())).hasSizeLessThanOrEqualTo(350);
        }
    }

    @Test
    void whatIsEqualHasOneId() {
        PurchaseOrderSummary first = new Orders(1).knowledge().summary();
        Fingerprint other = Fingerprint.of(1, new TreeMap<>(Map.of("a", "1")));

        assertThat(knowledge(first).id()).isEqualTo(knowledge(first).id()).hasSize(32);
        assertThat(knowledge(first).id())
                .isNotEqualTo(knowledge(new Orders(2).knowledge().summary()).id())
                .isNotEqualTo(new Knowledge(first, other).id());
    }

    /** Stored bytes outlive releases: if one of these two turns red, every user's orders would be told again. */
    @Test
    void bytesAndIdStayTheSameOverReleases() {
        Knowledge knowledge = new Orders(42).knowledge();
        byte[] stored = Base64.getDecoder().decode(STORED);

        assertThat(KnowledgeCodec.decode(stored)).isEqualTo(knowledge);
        assertThat(knowledge.id()).isEqualTo(ID);
    }

    @Test
    void bytesOfANewerFormatAreRefused() {
        assertThatThrownBy(() -> KnowledgeCodec.decode(new byte[] {3, 0, 0})).hasMessageContaining("newer version");
    }

    @Test
    void bytesCutShortAreRefused() {
        byte[] stored = KnowledgeCodec.encode(new Orders(1).knowledge());

        assertThatThrownBy(() -> KnowledgeCodec.decode(Arrays.copyOf(stored, stored.length - 9)))
                .hasMessageContaining("cannot be read");
    }

    private static Knowledge knowledge(PurchaseOrderSummary summary) {
        return new Knowledge(summary, NO_FIELDS);
    }

    private static final String ID = "02c0b914843873c54cb7969639b90539";
    private static final String STORED =
            "AQCiAAGGXcQ0/MQy8JPUewUWhIItm1cVtR5QkySgJhKBzNCAVKEprAgL0SlAvnfTjqLLEqrOX2JpplQi8P5mXE4kKsy4BteyYtR7"
                    + "K38a3bU6l+HA8CEemoHjqQiXK+RAq1yOAoQvz4ggbonC1jFj2ybl+jB0QRckRex21LNK1SdBaVqbrmaAJGP/vMvCbBWZeJX9UTR0"
                    + "3R6ejWQ5JXsBv0qdwczOrdJLDsIgEIDhC2EyDMOrS3Vhm4rFIFoT7n8NCzTpRl0oq2H3DT98rKp2SIGbDlQnbe1f+/aTRB3Q/9f5"
                    + "3Y5C8HVJVAxBMoIt8kUNp3v0j1ax0YqK5QMwrbcmw+18QBncL9T3/0NYzWUCEyaTVEh3fE5OxX3LJ7dUsWUC4+V+smCezMzjeG2V"
                    + "klaIMiR0SukF";
}
