/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

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
class PartnerCenterCatalogTest {

    /** What the cloud decides, what Microsoft does if nothing is sent, and what Camel's scheduler takes -1 for. */
    private static final Set<String> DEFAULTS_OF_OTHERS = Set.of("activityLog", "isPartOfTender", "initialDelay");

    private final CamelCatalog catalog = new DefaultCamelCatalog();
    private ComponentModel model;

    @BeforeEach
    void load() throws IOException {
        try (InputStream json =
                getClass().getResourceAsStream("/META-INF/io/postatus/partnercenter/partnercenter.json")) {
            catalog.addComponent(
                    "partnercenter", PartnerCenterComponent.class.getName(), new String(json.readAllBytes(), UTF_8));
        }
        model = (ComponentModel) catalog.model(Kind.component, "partnercenter");
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsKnown(PartnerCenterOperation operation) {
        EndpointValidationResult result = catalog.validateEndpointProperties("partnercenter:" + operation
                + "?account=contoso&tenant=contoso.example&cloud=china&clientId=x&clientSecret=RAW(y)&refreshToken=RAW(z)&size=5"
                + "&responseType=json");

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
    }

    @Test
    void misspeltOptionsAndWordsAreFound() {
        EndpointValidationResult result = catalog.validateEndpointProperties(
                "partnercenter:getPurchaseOrders?account=contoso&cloud=mars&startDat=2026-03-02");

        assertThat(result.getUnknown()).containsExactly("startDat");
        assertThat(result.getInvalidEnum()).containsOnlyKeys("operation", "cloud");
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
        List<String> constants = Stream.of(PartnerCenterConstants.class.getFields())
                .map(PartnerCenterCatalogTest::value)
                .toList();

        assertThat(constants)
                .contains("CamelPurchaseOrderEventId", "CamelPurchaseOrderStatus", "CamelPartnerCenterNextToken");
        assertThat(model.getEndpointHeaders())
                .extracting(BaseOptionModel::getName)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void documentedDefaultsAreTheRealOnes() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            PartnerCenterComponent component = new PartnerCenterComponent();
            component.setCamelContext(camel);
            PartnerCenterEndpoint endpoint = new PartnerCenterEndpoint(
                    "partnercenter:purchaseOrderStatus", component, new PartnerCenterConfiguration());
            PropertyConfigurerGetter real = new PartnerCenterEndpointConfigurer();
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
