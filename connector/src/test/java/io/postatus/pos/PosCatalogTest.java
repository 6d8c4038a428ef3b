/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.pos;

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
class PosCatalogTest {

    /** What Camel's scheduler takes -1 for. */
    private static final Set<String> DEFAULTS_OF_OTHERS = Set.of("initialDelay");

    private final CamelCatalog catalog = new DefaultCamelCatalog();
    private ComponentModel model;

    @BeforeEach
    void load() throws IOException {
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/postatus/pos/pos.json")) {
            catalog.addComponent("pos", PosComponent.class.getName(), new String(json.readAllBytes(), UTF_8));
        }
        model = (ComponentModel) catalog.model(Kind.component, "pos");
    }

    @ParameterizedTest
    @EnumSource
    void everyOperationIsKnown(PosOperation operation) {
        EndpointValidationResult result = catalog.validateEndpointProperties("pos:" + operation
                + "?account=tickets&apiKey=RAW(x)&secretKey=RAW(y)&signedPath=as-sent&timeZone=America/New_York&limit=5"
                + "&requestsPerSecond=0.5&statuses=RAW(Closed=completed)&poNumber=10001&responseType=json");

        assertThat(result.isSuccess()).as(result.summaryErrorMessage(false)).isTrue();
    }

    @Test
    void misspeltOptionsAndWordsAreFound() {
        EndpointValidationResult result = catalog.validateEndpointProperties(
                "pos:getOrders?account=tickets&signedPath=twice&updatedFrm=2026-03-02T00:00");

        assertThat(result.getUnknown()).containsExactly("updatedFrm");
        assertThat(result.getInvalidEnum()).containsOnlyKeys("operation", "signedPath");
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
        List<String> constants = Stream.of(PosConstants.class.getFields())
                .map(PosCatalogTest::value)
                .toList();

        assertThat(constants).contains("CamelPurchaseOrderEventId", "CamelPurchaseOrderStatus", "CamelPosNextPage");
        assertThat(model.getEndpointHeaders())
                .extracting(BaseOptionModel::getName)
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void documentedDefaultsAreTheRealOnes() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            PosComponent component = new PosComponent();
            component.setCamelContext(camel);
            PosEndpoint endpoint = new PosEndpoint("pos:purchaseOrderStatus", component, new PosConfiguration());
            PropertyConfigurerGetter real = new PosEndpointConfigurer();
            for (BaseOptionModel option : model.getEndpointOptions()) {
                Object value = real.getOptionValue(endpoint, option.getName(), false);
                Object documented = option.getDefaultValue();
                if (documented == null) {
                    assertThat(value).as(option.getName()).isIn(null, 0, 0L, ExchangePattern.InOnly);
                } else if (!DEFAULTS_OF_OTHERS.contains(option.getName())) {
                    Class<?> type = value instanceof Enum<?> word ? word.getDeclaringClass() : value.getClass();
                    assertThat((Object) camel.getTypeConverter().convertTo(type, documented))
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
