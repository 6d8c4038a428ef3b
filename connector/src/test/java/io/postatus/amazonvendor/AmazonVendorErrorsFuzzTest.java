/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.HostileService;
import io.postatus.core.http.Permission;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** However Amazon refuses, what is said of it is fit for a log. */
@Timeout(20)
class AmazonVendorErrorsFuzzTest {

    @FuzzTest
    void aRefusalIsAnApiExceptionThatGivesNothingAway(byte[] answer) {
        for (int status : new int[] {302, 400, 401, 403, 404, 429, 500, 503}) {
            AmazonVendorBench bench = AmazonVendorBench.hostile(new HostileService(status, Map.of(), answer));
            HostileService.outcome(bench.client.getPurchaseOrder("4Z32PABC", Permission.ALWAYS), bench.time);
        }
    }
}
