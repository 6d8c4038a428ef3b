/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataTypeTransformer;

/**
 * The change as a CloudEvents 1.0 event in binary form, for Kafka: as for HTTP, but the headers begin with {@code ce_} and hold
 * the attributes as they are.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka</a>
 */
@DataTypeTransformer(
        name = "purchase-order:kafka-application-cloudevents",
        description =
                "A purchase-order change as CloudEvents 1.0 for Kafka: attributes as ce_ headers, the change as JSON")
public class KafkaCloudEventDataType extends ChangeDataType {

    @Override
    void write(PurchaseOrderChange change, Message message) {
        CloudEvent.attributes(change).forEach((name, value) -> message.setHeader("ce_" + name, value));
    }
}
