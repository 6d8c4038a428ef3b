/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.TypeConversionException;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.ObjectHelper;

/** What the components of all services do alike: make an endpoint from a copy of the component's configuration. */
public abstract class StatusComponent extends HealthCheckComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        StatusEndpoint endpoint = createEndpoint(uri, remaining);
        try {
            setProperties(endpoint, parameters);
        } catch (PropertyBindingException e) {
            throw withWhatIsAllowed(e);
        }
        return endpoint;
    }

    /** @param operation what follows the scheme */
    protected abstract StatusEndpoint createEndpoint(String uri, String operation);

    /** Camel names the option; of an option that is one of a few words, it does not tell which. */
    private static RuntimeException withWhatIsAllowed(PropertyBindingException e) {
        TypeConversionException conversion = ObjectHelper.getException(TypeConversionException.class, e);
        if (conversion == null || !conversion.getToType().isEnum()) {
            return e;
        }
        String words = Stream.of(conversion.getToType().getEnumConstants())
                .map(word -> ((Enum<?>) word).name())
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                e.getPropertyName() + " is '" + e.getValue() + "', allowed are " + words, e);
    }

    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (parameters != null && !parameters.isEmpty()) {
            String scheme = getDefaultName();
            throw new ResolveEndpointFailedException(
                    uri,
                    UnknownOptions.message(
                            scheme,
                            parameters.keySet(),
                            getCamelContext()
                                    .getCamelContextExtension()
                                    .getEndpointUriFactory(scheme)
                                    .propertyNames()));
        }
    }
}
