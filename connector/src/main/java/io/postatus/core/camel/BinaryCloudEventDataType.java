/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataTypeTransformer;

/**
 * The change as a CloudEvents 1.0 event in binary form, for HTTP: attributes as {@code ce-} headers, the change in the body.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP</a>
 */
@DataTypeTransformer(
        name = "purchase-order:http-application-cloudevents",
        description =
                "A purchase-order change as CloudEvents 1.0 for HTTP: attributes as ce- headers, the change as JSON")
public class BinaryCloudEventDataType extends ChangeDataType {

    @Override
    void write(PurchaseOrderChange change, Message message) {
        CloudEvent.attributes(change).forEach((name, value) -> message.setHeader("ce-" + name, value));
    }
}
