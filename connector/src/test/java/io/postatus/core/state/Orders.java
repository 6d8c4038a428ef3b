/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import io.postatus.core.model.PurchaseOrderLine;
import io.postatus.core.model.PurchaseOrderSummary;
import io.postatus.core.model.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Orders as Amazon shows them, from a seed. */
final class Orders {
    static final Instant SOME_DAY = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> RECEIVING = List.of("NOT_RECEIVED", "PARTIALLY_RECEIVED", "RECEIVED");

    private final Random random;

    Orders(long seed) {
        random = new Random(seed);
    }

    /** An order number: eight letters and digits. */
    String number() {
        return letters(8);
    }

    Instant instant() {
        return SOME_DAY.plusSeconds(random.nextInt(365 * 24 * 3600));
    }

    /** Five lines and twenty further columns of the document. */
    Knowledge knowledge() {
        List<PurchaseOrderLine> lines =
                IntStream.rangeClosed(1, 5).mapToObj(this::line).toList();
        PurchaseOrderSummary summary = new PurchaseOrderSummary(Status.OPEN, "OPEN", null, instant(), lines);
        SortedMap<String, String> document = new TreeMap<>();
        IntStream.range(0, 20).forEach(i -> document.put("document.column" + i, letters(6)));
        return new Knowledge(summary, Fingerprint.of(1, document));
    }

    OrderState confirmed() {
        return confirmed(knowledge());
    }

    OrderState finished() {
        Knowledge open = knowledge();
        return confirmed(new Knowledge(open.summary().with(Status.COMPLETED), open.fingerprint()));
    }

    private OrderState confirmed(Knowledge knowledge) {
        LastKnown known = LastKnown.of(knowledge, new Mark(3, Math.abs(random.nextLong() >> 16)));
        return OrderState.unknown(number())
                .intending(Intent.of(1 + random.nextInt(9), known.fingerprint(), known.received()), null)
                .confirmed(known, instant());
    }

    private PurchaseOrderLine line(int number) {
        int ordered = 1 + random.nextInt(400);
        int accepted = random.nextInt(3) == 0 ? random.nextInt(ordered) : ordered;
        Map<String, String> words = Map.of(
                "confirmationStatus",
                accepted == ordered ? "ACCEPTED" : "PARTIALLY_ACCEPTED",
                "receiveStatus",
                RECEIVING.get(random.nextInt(RECEIVING.size())));
        return new PurchaseOrderLine(
                String.valueOf(number),
                "B0" + letters(8),
                new TreeMap<>(words),
                "Eaches",
                BigDecimal.valueOf(ordered),
                null,
                BigDecimal.valueOf(accepted),
                BigDecimal.valueOf(ordered - accepted),
                BigDecimal.valueOf(random.nextInt(accepted + 1)));
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }
}
