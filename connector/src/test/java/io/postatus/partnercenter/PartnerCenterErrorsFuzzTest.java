/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** However Partner Center refuses, what is said of it is fit for a log. */
@Timeout(20)
class PartnerCenterErrorsFuzzTest {

    @FuzzTest
    void aRefusalIsAnApiExceptionThatGivesNothingAway(byte[] answer) {
        for (int status : new int[] {302, 400, 401, 403, 404, 429, 500, 503}) {
            PartnerCenterBench bench = PartnerCenterBench.hostile(new HostileService(status, Map.of(), answer));
            HostileService.outcome(
                    bench.client.getOrder("customer", "order", Query.NONE, Permission.ALWAYS), bench.time);
        }
    }
}
