/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.kamelets.catalog.KameletsCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Camel's own catalog reads ours off the class path as the Kubernetes resources that they are. */
class KameletCatalogTest {
    private static final KameletsCatalog CATALOG = new KameletsCatalog();

    static Iterable<KameletFile> kamelets() {
        return KameletFile.all();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void ourKameletIsListedWithItsFormAndDependencies(KameletFile kamelet) {
        String name = kamelet.name();
        assertThat(CATALOG.getKamelets()).containsKey(name);
        assertThat(CATALOG.getKameletDefinition(name).getTitle())
                .isEqualTo(kamelet.at("/spec/definition/title").asText());
        assertThat(CATALOG.getKameletDefinition(name).getProperties()).hasSameSizeAs(kamelet.properties());
        assertThat(CATALOG.getKameletRequiredProperties(name)).containsExactly("account");
        assertThat(CATALOG.getKameletDependencies(name)).contains("camel:kamelet");
        assertThat(CATALOG.hasDataTypes(name)).isTrue();
        assertThat(CATALOG.getKameletsByNamespace("Purchase Orders"))
                .anyMatch(found -> found.getMetadata().getName().equals(name));
    }
}
