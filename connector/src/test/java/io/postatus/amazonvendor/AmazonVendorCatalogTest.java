/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tools know of the component. */
class AmazonVendorCatalogTest {

    private final CamelCatalog catalog = new DefaultCamelCatalog();

    @BeforeEach
    void load() throws IOException {
        try (InputStream json =
                getClass().getResourceAsStream("/META-INF/io/postatus/amazonvendor/amazonvendor.json")) {
            catalog.addComponent(
                    "amazonvendor", AmazonVendorComponent.class.getName(), new String(json.readAllBytes(), UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsKnown(AmazonVendorOperation operation) {
        EndpointValidationResult result = catalog.validateEndpointProperties("amazonvendor:" + operation
                + "?account=acme&region=EU&clientId=x&clientSecret=RAW(y)&refreshToken=RAW(z)&limit=5&isPOChanged=true"
                + "&responseType=json");

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
    }

    @Test
    void misspeltOptionsAndWordsAreFound() {
        EndpointValidationResult result = catalog.validateEndpointProperties(
                "amazonvendor:getOrders?account=acme&region=MARS&createdBefor=2026-03-02T00:00:00Z");

        assertThat(result.getUnknown()).containsExactly("createdBefor");
        assertThat(result.getInvalidEnum()).containsOnlyKeys("operation", "region");
    }
}
