/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.support.HealthCheckComponent;

/** What the components of all services do alike: make an endpoint from a copy of the component's configuration. */
public abstract class StatusComponent extends HealthCheckComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        StatusEndpoint endpoint = createEndpoint(uri, remaining);
        OptionMisfit.checkTimes(parameters, getEndpointPropertyConfigurer());
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            throw OptionMisfit.of(e, getEndpointPropertyConfigurer());
        }
        return endpoint;
    }

    /** @param operation what follows the scheme */
    protected abstract StatusEndpoint createEndpoint(String uri, String operation);

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters != null && !parameters.isEmpty()) {
            String scheme = getDefaultName();
            throw new IllegalArgumentException(UnknownOptions.message(
                    scheme,
                    parameters.keySet(),
                    getCamelContext()
                            .getCamelContextExtension()
                            .getEndpointUriFactory(scheme)
                            .propertyNames()));
        }
    }
}
