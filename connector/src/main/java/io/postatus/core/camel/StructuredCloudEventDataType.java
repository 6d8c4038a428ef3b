/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataTypeTransformer;

/**
 * The change as a CloudEvents 1.0 event in structured form: one JSON text with attributes and data.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON format</a>
 */
@DataTypeTransformer(
        name = "purchase-order:application-cloudevents+json",
        description = "A purchase-order change as CloudEvents 1.0 JSON: one text that holds attributes and change")
public class StructuredCloudEventDataType extends ChangeDataType {

    @Override
    void write(PurchaseOrderChange change, Message message) throws Exception {
        message.setBody(PurchaseOrderConverters.toCloudEvent(change));
        message.setHeader(Exchange.CONTENT_TYPE, "application/cloudevents+json; charset=utf-8");
    }
}
