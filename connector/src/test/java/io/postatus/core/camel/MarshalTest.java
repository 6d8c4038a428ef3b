/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.model.ChangeKind;
import io.postatus.core.model.PurchaseOrderChange;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.model.Status;
import java.time.Instant;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/** A change through Camel's own JSON data format and back, without a mapper of ours. */
class MarshalTest extends CamelTestSupport {

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:write").marshal().json().to("mock:written");
                from("direct:back")
                        .marshal()
                        .json()
                        .unmarshal()
                        .json(JsonLibrary.Jackson, PurchaseOrderChange.class)
                        .to("mock:back");
            }
        };
    }

    private static PurchaseOrderChange change() {
        PurchaseOrderStatus current = new PurchaseOrderStatus(
                "amazonvendor",
                "acme",
                "7QZ4K1MA",
                "7QZ4K1MA",
                null,
                Status.OPEN,
                "OPEN",
                null,
                null,
                null,
                "{\"cost\":1.10}");
        return new PurchaseOrderChange(
                "id",
                ChangeKind.FIRST_SEEN,
                null,
                "amazonvendor/acme/default",
                1,
                1,
                Instant.EPOCH,
                null,
                current,
                List.of());
    }

    @Test
    void theDocumentIsJsonInTheJsonAndNotAString() throws Exception {
        MockEndpoint written = getMockEndpoint("mock:written");
        written.expectedMessageCount(1);
        template.sendBody("direct:write", change());
        written.assertIsSatisfied();
        assertThat(written.getExchanges().get(0).getMessage().getBody(String.class))
                .contains("\"document\":{\"cost\":1.10}", "\"status\":\"open\"");
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        MockEndpoint back = getMockEndpoint("mock:back");
        back.expectedBodiesReceived(change());
        template.sendBody("direct:back", change());
        back.assertIsSatisfied();
    }
}
