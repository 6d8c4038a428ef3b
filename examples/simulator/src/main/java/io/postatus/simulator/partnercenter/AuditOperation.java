/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The activity log, newest records first; not every cloud has one (apis/partner-center-orders.md 10). */
final class AuditOperation {
    private final Paging paging;
    private final boolean present;

    AuditOperation(Paging paging, boolean present) {
        this.paging = paging;
        this.present = present;
    }

    ObjectNode list(Request request, Instant now) {
        checkPresence();
        PageCursor from = paging.asked(request, "auditrecords");
        AuditQuery wanted = AuditQuery.parse(from.query(), now);
        AuditDocument document = new AuditDocument(request.tenant());
        return paging.page(request, from, (place, most) -> rows(request.tenant(), wanted, place, most).stream()
                .map(record -> new Row(record.place(), document.of(record)))
                .toList());
    }

    ObjectNode one(Request request) {
        checkPresence();
        return request.tenant().audit().records().stream()
                .filter(record -> record.id().equals(request.route().argument(0)))
                .findFirst()
                .map(new AuditDocument(request.tenant())::of)
                .orElseThrow(Refusal::wrongPath);
    }

    private static List<AuditRecord> rows(PartnerTenant tenant, AuditQuery wanted, long place, int most) {
        List<AuditRecord> all = tenant.audit().records();
        List<AuditRecord> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            AuditRecord record = all.get(i);
            if (record.day().isBefore(wanted.start())) {
                return found;
            }
            if (record.place() > place && wanted.matches(record)) {
                found.add(record);
            }
        }
        return found;
    }

    private void checkPresence() {
        if (!present) {
            throw Refusal.wrongPath();
        }
    }
}
