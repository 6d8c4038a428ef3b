/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.StatusComponentContract;
import io.postatus.core.camel.TestVendor;

class PartnerCenterContractTest extends StatusComponentContract {

    @Override
    protected TestVendor world() {
        return new TestPartnerCenter();
    }
}
