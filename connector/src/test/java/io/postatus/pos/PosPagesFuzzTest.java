/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.Permission;
import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.Digestible;
import io.postatus.core.poll.Page;
import io.postatus.core.poll.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Whatever POS answers with, the stream goes on. */
@Timeout(20)
class PosPagesFuzzTest {

    private static final TimeWindow DAY =
            new TimeWindow(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));

    @FuzzTest
    void anAnswerIsAPageThatCanBeKeptAndToldOrAnApiException(byte[] answer) {
        PosBench bench = PosBench.hostile(new HostileService(200, Map.of(), answer));
        PosStatusSource source = bench.source(50);
        for (Slice slice : List.of(new Slice.Window(DAY, DAY), new Slice.Order("1001"))) {
            Page page = HostileService.outcome(source.read(slice, null, Permission.ALWAYS), bench.time);
            Digestible.check(page, source);
        }
    }
}
