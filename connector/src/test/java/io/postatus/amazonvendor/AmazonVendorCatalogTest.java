/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.ExchangePattern;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tools know of the component. */
class AmazonVendorCatalogTest {

    /** What is documented is what Amazon does if nothing is sent, and what Camel's scheduler takes -1 for. */
    private static final Set<String> DEFAULTS_OF_OTHERS = Set.of("includeDetails", "isPOChanged", "initialDelay");

    private final CamelCatalog catalog = new DefaultCamelCatalog();
    private ComponentModel model;

    @BeforeEach
    void load() throws IOException {
        try (InputStream json =
                getClass().getResourceAsStream("/META-INF/io/postatus/amazonvendor/amazonvendor.json")) {
            catalog.addComponent(
                    "amazonvendor", AmazonVendorComponent.class.getName(), new String(json.readAllBytes(), UTF_8));
        }
        model = (ComponentModel) catalog.model(Kind.component, "amazonvendor");
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

    @Test
    void everyOptionAndHeaderHasADescription() {
        List<BaseOptionModel> all = new ArrayList<>(model.getComponentOptions());
        all.addAll(model.getEndpointOptions());
        all.addAll(model.getEndpointHeaders());

        assertThat(all).isNotEmpty().allSatisfy(option -> assertThat(option.getDescription())
                .as(option.getName())
                .hasSizeGreaterThan(10));
    }

    @Test
    void everyHeaderIsListed() {
        List<String> constants = Stream.of(AmazonVendorConstants.class.getFields())
                .map(AmazonVendorCatalogTest::value)
                .toList();

        assertThat(constants)
                .contains("CamelPurchaseOrderEventId", "CamelPurchaseOrderStatus", "CamelAmazonVendorNextToken");
        assertThat(model.getEndpointHeaders())
                .extracting(BaseOptionModel::getName)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void documentedDefaultsAreTheRealOnes() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            AmazonVendorComponent component = new AmazonVendorComponent();
            component.setCamelContext(camel);
            AmazonVendorEndpoint endpoint = new AmazonVendorEndpoint(
                    "amazonvendor:purchaseOrderStatus", component, new AmazonVendorConfiguration());
            PropertyConfigurerGetter real = new AmazonVendorEndpointConfigurer();
            for (BaseOptionModel option : model.getEndpointOptions()) {
                Object value = real.getOptionValue(endpoint, option.getName(), false);
                Object documented = option.getDefaultValue();
                if (documented == null) {
                    assertThat(value).as(option.getName()).isIn(null, 0, 0L, ExchangePattern.InOnly);
                } else if (!DEFAULTS_OF_OTHERS.contains(option.getName())) {
                    assertThat(camel.getTypeConverter().convertTo(value.getClass(), documented))
                            .as(option.getName())
                            .isEqualTo(value);
                }
            }
        }
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
