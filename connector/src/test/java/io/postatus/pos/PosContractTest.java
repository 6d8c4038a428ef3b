/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

import io.postatus.core.camel.StatusComponentContract;
import io.postatus.core.camel.TestVendor;

class PosContractTest extends StatusComponentContract {

    @Override
    protected TestVendor world() {
        return new TestPos();
    }
}
