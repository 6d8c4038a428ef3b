/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.simulator.amazon.AmazonOperation;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcknowledgeSinkKameletTest {
    private final VendorScene scene = new VendorScene();

    @BeforeEach
    void route() throws Exception {
        scene.route(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:acknowledge").to(scene.uri("amazonvendor-acknowledge-sink"));
            }
        });
        scene.camel.start();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anAcknowledgementIsTakenIn() {
        String number = scene.place();
        String answer = template()
                .requestBody(
                        "direct:acknowledge",
                        """
                {"acknowledgements": [{"purchaseOrderNumber": "%s", "sellingParty": {"partyId": "ACME1"},
                  "acknowledgementDate": "2026-03-02T10:00:00Z", "items": [{"itemSequenceNumber": "1",
                  "orderedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1},
                  "netCost": {"amount": "12.50", "currencyCode": "EUR"},
                  "itemAcknowledgements": [{"acknowledgementCode": "Accepted",
                    "acknowledgedQuantity": {"amount": 100, "unitOfMeasure": "Eaches", "unitSize": 1}}]}]}]}
                """
                                .formatted(number),
                        String.class);

        assertThat(answer).contains("transactionId");
        assertThat(scene.simulator.amazon().requests(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT))
                .singleElement()
                .satisfies(sent -> assertThat(sent.status()).isEqualTo(202));
    }

    @Test
    void aMisspeltFieldIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> template().requestBody("direct:acknowledge", "{\"acknowledgments\": []}"))
                .rootCause()
                .hasMessageContaining("SubmitAcknowledgementRequest");
        assertThat(scene.simulator.amazon().requests(AmazonOperation.SUBMIT_ACKNOWLEDGEMENT))
                .isEmpty();
    }

    private ProducerTemplate template() {
        return scene.camel.createProducerTemplate();
    }
}
