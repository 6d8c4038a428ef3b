/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.junit.jupiter.api.Test;

/** The same against the finished jar: Camel Main finds the template and the Kamelets inside of it by itself. */
class RouteTemplateIT extends RouteTemplateTest {

    @Test
    void theTemplateIsInAJar() {
        URL template = getClass().getResource("/camel-template/purchase-orders-to-endpoint.yaml");
        assertThat(template).hasProtocol("jar");
    }
}
