/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.StatusComponentContract;
import io.postatus.core.camel.TestVendor;

class AmazonVendorContractTest extends StatusComponentContract {

    @Override
    protected TestVendor world() {
        return new TestAmazonVendor();
    }
}
