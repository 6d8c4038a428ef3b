/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.Permission;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** However POS refuses, what is said of it is fit for a log. */
@Timeout(20)
class PosErrorsFuzzTest {

    @FuzzTest
    void aRefusalIsAnApiExceptionThatGivesNothingAway(byte[] answer) {
        for (int status : new int[] {302, 400, 401, 403, 404, 429, 500, 503}) {
            PosBench bench = PosBench.hostile(new HostileService(status, Map.of(), answer));
            HostileService.outcome(bench.client.getPurchaseOrder("1001", Permission.ALWAYS), bench.time);
        }
    }
}
