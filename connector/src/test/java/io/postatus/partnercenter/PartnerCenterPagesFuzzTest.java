/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.Permission;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Digestible;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Whatever Partner Center answers with, the stream goes on. */
@Timeout(20)
class PartnerCenterPagesFuzzTest {

    private static final TimeWindow DAY =
            new TimeWindow(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
    private static final String CUSTOMER = "2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711";

    private static final List<Slice> SLICES = List.of(
            new Slice.CustomerList(),
            new Slice.Customer(CUSTOMER),
            new Slice.Window(DAY, DAY),
            new Slice.Order(CUSTOMER + "/2a08b1dcd7d4"));

    @FuzzTest
    void anAnswerIsAPageThatCanBeKeptAndToldOrAnApiException(byte[] answer) {
        PartnerCenterBench bench = PartnerCenterBench.hostile(new HostileService(200, Map.of(), answer));
        PartnerCenterPlan plan = new PartnerCenterPlan(
                PartnerCenterSelection.parse(null, null), Duration.ofMinutes(5), Duration.ofHours(1), null);
        PartnerCenterStatusSource source = new PartnerCenterStatusSource(
                bench.client, bench.account, plan, false, Duration.ofHours(1), bench.time::now);
        for (Slice slice : SLICES) {
            Page page = HostileService.outcome(source.read(slice, null, Permission.ALWAYS), bench.time);
            Digestible.check(page, source);
            if (page != null && page.next() != null) {
                HostileService.outcome(source.read(slice, page.next(), Permission.ALWAYS), bench.time);
            }
        }
    }
}
