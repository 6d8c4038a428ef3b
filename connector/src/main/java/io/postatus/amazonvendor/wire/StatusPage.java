/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.wire.Paged;
import io.postatus.core.wire.WireList;
import io.postatus.core.wire.WireRecord;
import java.util.List;

/**
 * A page of orders whose entries are not taken apart yet, so that one broken entry does not cost the others. The frame
 * is read strictly: a list of orders that is something else must not pass for an empty one.
 */
@WireRecord
public record StatusPage(Payload payload, List<ApiError> errors) implements Paged {

    public StatusPage {
        errors = WireList.copy(errors);
    }

    /** The page without its frame. */
    @WireRecord
    public record Payload(Pagination pagination, List<JsonNode> ordersStatus) {}

    /** The orders, none if the service left the list out: apis/amazon-vendor-orders.md 5.6. */
    public List<JsonNode> orders() {
        return payload == null || payload.ordersStatus() == null ? List.of() : payload.ordersStatus();
    }

    @Override
    public String nextToken() {
        return payload == null || payload.pagination() == null
                ? null
                : payload.pagination().nextToken();
    }
}
