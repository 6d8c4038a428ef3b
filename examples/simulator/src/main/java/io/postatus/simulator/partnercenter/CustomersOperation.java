/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Function;

/** The customers of a tenant (apis/partner-center-orders.md 9). */
final class CustomersOperation {
    private final Paging paging;
    private final CustomerDocument document;

    CustomersOperation(Paging paging, Links links) {
        this.paging = paging;
        this.document = new CustomerDocument(links);
    }

    ObjectNode list(Request request) {
        PageCursor from = paging.asked(request, "customers");
        String filter = from.query().get("filter");
        return filter == null ? paged(request, from) : filtered(request, JsonFilter.parse(filter));
    }

    ObjectNode one(Request request) {
        return document.whole(request.customer());
    }

    private ObjectNode paged(Request request, PageCursor from) {
        return paging.page(request, from, (place, most) -> request.tenant().customersInOrder().stream()
                .filter(customer -> customer.place() > place && customer.related())
                .limit(most)
                .map(customer -> new Row(customer.place(), document.brief(customer)))
                .toList());
    }

    /** Filtered customers come all at once and without links. */
    private ObjectNode filtered(Request request, JsonFilter filter) {
        Function<PartnerCustomer, String> field =
                switch (filter.only("starts_with").field()) {
                    case "CompanyName", "DisplayName" -> PartnerCustomer::name;
                    case "Domain", "DefaultDomainName" -> PartnerCustomer::domain;
                    default -> throw filter.unknownField();
                };
        String start = filter.value().toLowerCase(Locale.ROOT);
        ArrayNode items = Json.array();
        request.tenant().customersInOrder().stream()
                .filter(PartnerCustomer::related)
                .filter(customer ->
                        field.apply(customer).toLowerCase(Locale.ROOT).startsWith(start))
                .forEach(customer -> items.add(document.brief(customer)));
        ObjectNode json = Json.collection(items);
        json.set("attributes", Json.attributes("Collection"));
        return json;
    }
}
