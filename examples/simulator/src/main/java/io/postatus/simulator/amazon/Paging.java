/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.PageNumbers;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Keyset paging in order of creation, with what is known to go wrong with it (reference, section 5.5). */
final class Paging {
    private final Faults faults;
    private final PageNumbers numbers;

    Paging(Faults faults, PageNumbers numbers) {
        this.faults = faults;
        this.numbers = numbers;
    }

    /** The page that the request asks for; the selection is made from the place where the page before ended. */
    Page page(Request request, Parameters parameters, Function<OrderKey, Selection> selection) {
        String token = parameters.text("nextToken");
        PageCursor cursor = PageCursor.parse(token);
        int limit = parameters.limit();
        if (token != null && faults.strikes(Fault.TRANSIENT_BAD_REQUEST, request.occasion())) {
            throw Refusal.invalidInput("");
        }
        List<OrderVersion> rows = request.account().look(now -> rows(request.account(), cursor, selection));
        Page page = faulty(request, cursor, cut(rows, limit), rows, parameters.ascending());
        if (parameters.orderNumber() == null) {
            page = gaps(request, page);
        }
        if (page.nextToken() != null) {
            numbers.issued(page.nextToken(), request.occasion().page() + 1);
        }
        return page;
    }

    private static List<OrderVersion> rows(
            AmazonAccount account, PageCursor cursor, Function<OrderKey, Selection> selection) {
        Ledger ledger = account.chronicle().ledger();
        if (cursor != null && cursor.empties() == 0) {
            ledger.find(cursor.last().number())
                    .filter(order -> OrderKey.created(order).equals(cursor.last()))
                    .orElseThrow(() -> Refusal.invalidInput("nextToken is invalid"));
        }
        return ledger.select(selection.apply(cursor == null ? null : cursor.last()));
    }

    /** One row more than the page has was asked for: it tells whether there is a next page. */
    private static Page cut(List<OrderVersion> rows, int limit) {
        if (rows.size() <= limit) {
            return new Page(rows, null);
        }
        OrderVersion last = rows.get(limit - 1);
        return new Page(rows.subList(0, limit), new PageCursor(OrderKey.created(last), 0).token());
    }

    private Page faulty(Request request, PageCursor cursor, Page page, List<OrderVersion> rows, boolean ascending) {
        if (!rows.isEmpty() && faults.strikes(Fault.EMPTY_PAGE_WITH_TOKEN, request.occasion())) {
            return new Page(List.of(), before(cursor, rows.get(0), ascending).token());
        }
        if (cursor != null && faults.strikes(Fault.REPEATED_TOKEN, request.occasion())) {
            return new Page(page.orders(), cursor.token());
        }
        return page;
    }

    /** The token was made before, so that no other row is lost. */
    private Page gaps(Request request, Page page) {
        return page.orders().isEmpty()
                ? page
                : faults.striking(Fault.ROWS_LEFT_OUT, request.occasion())
                        .map(rule ->
                                page.without(rule.namesOr(page.orders().get(0).number())))
                        .orElse(page);
    }

    /** The place where the page began, under a token that differs from the one that was sent. */
    private static PageCursor before(PageCursor cursor, OrderVersion first, boolean ascending) {
        if (cursor != null) {
            return new PageCursor(cursor.last(), cursor.empties() + 1);
        }
        Instant edge = first.created().plusMillis(ascending ? -1 : 1);
        return new PageCursor(new OrderKey(edge.toEpochMilli(), "00000000"), 1);
    }
}
