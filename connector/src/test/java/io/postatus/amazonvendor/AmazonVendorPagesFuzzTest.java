/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

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

/** Whatever Amazon answers with, the stream goes on. */
@Timeout(20)
class AmazonVendorPagesFuzzTest {

    private static final TimeWindow DAY =
            new TimeWindow(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @FuzzTest
    void anAnswerIsAPageThatCanBeKeptAndToldOrAnApiException(byte[] answer) {
        for (Slice slice : List.of(new Slice.Window(DAY, DAY), new Slice.Order("4Z32PABC"))) {
            AmazonVendorBench bench = AmazonVendorBench.hostile(new HostileService(200, Map.of(), answer));
            AmazonVendorStatusSource source = new AmazonVendorStatusSource(
                    bench.client, bench.account, AmazonVendorFilter.NONE, Duration.ofDays(7));
            Page page = HostileService.outcome(source.read(slice, null, Permission.ALWAYS), bench.time);
            Digestible.check(page, source);
        }
    }
}
