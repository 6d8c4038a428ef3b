/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import io.postatus.core.camel.Operation;
import io.postatus.core.camel.StatusComponent;
import io.postatus.core.camel.StatusEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Purchase orders of Amazon vendors (Selling Partner API, Vendor Orders v1). */
@Component("amazonvendor")
public class AmazonVendorComponent extends StatusComponent {

    @Metadata(description = "Options that all endpoints of the component start from.")
    private AmazonVendorConfiguration configuration = new AmazonVendorConfiguration();

    @Override
    protected StatusEndpoint createEndpoint(String uri, String operation) {
        AmazonVendorConfiguration copy = configuration.copy();
        copy.setOperation(Operation.of(AmazonVendorOperation.class, AmazonVendorMapper.SOURCE, operation));
        return new AmazonVendorEndpoint(uri, this, copy);
    }

    public AmazonVendorConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(AmazonVendorConfiguration configuration) {
        this.configuration = configuration;
    }
}
