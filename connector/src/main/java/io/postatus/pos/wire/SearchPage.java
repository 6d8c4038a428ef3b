/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WholeNumber;
import io.postatus.core.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of rows, which are summaries. Counts are null where the service leaves them out, as in a bare list of rows; the
 * page is then the one that was asked for.
 *
 * <p>See apis/ticketutils-pos.md 4.2.
 *
 * @param totalPages may be less than {@code page}
 * @param records rows on all pages
 */
@PosRecord
public record SearchPage(
        List<JsonNode> items, @WholeNumber Integer page, @WholeNumber Integer totalPages, @WholeNumber Integer records)
        implements Paged {

    /** Nothing was found, in other words than an empty list. */
    public static final SearchPage NOTHING = new SearchPage(List.of(), 1, 0, 0);

    public SearchPage {
        items = items == null ? List.of() : List.copyOf(items);
        records = records != null && records < 0 ? null : records; // says nothing, and not that all rows were shown
    }

    /**
     * The same, knowing its number even if the service does not tell.
     *
     * @param number null for the first
     */
    public SearchPage asked(Integer number) {
        return page == null ? new SearchPage(items, number == null ? 1 : number, totalPages, records) : this;
    }

    /** The rows, as far as they can be read. */
    public List<SearchRow> rows() {
        List<SearchRow> rows = new ArrayList<>();
        for (JsonNode item : items) {
            SearchRow row = WireJson.read(item, SearchRow.class);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The number of the next page. Where the service does not say how many there are, an empty one is the last. */
    @Override
    public String nextToken() {
        boolean last = items.isEmpty() || page == null || totalPages != null && page >= totalPages;
        return last ? null : Integer.toString(page + 1);
    }
}
