/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import io.postatus.core.camel.Operation;
import io.postatus.core.camel.StatusComponent;
import io.postatus.core.camel.StatusEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;

/** Orders of a Microsoft partner's customers (Partner Center REST API v1). */
@Component("partnercenter")
public class PartnerCenterComponent extends StatusComponent {

    @Metadata(description = "Options that all endpoints of the component start from.")
    private PartnerCenterConfiguration configuration = new PartnerCenterConfiguration();

    @Override
    protected StatusEndpoint createEndpoint(String uri, String operation) {
        PartnerCenterConfiguration copy = configuration.copy();
        copy.setOperation(Operation.of(PartnerCenterOperation.class, PartnerCenterMapper.SOURCE, operation));
        return new PartnerCenterEndpoint(uri, this, copy);
    }

    public PartnerCenterConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(PartnerCenterConfiguration configuration) {
        this.configuration = configuration;
    }
}
