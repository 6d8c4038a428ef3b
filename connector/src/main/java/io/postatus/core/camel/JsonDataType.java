/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataTypeTransformer;

/** The change as JSON text. */
@DataTypeTransformer(
        name = "purchase-order:application-json",
        description =
                "A purchase-order change as JSON text: the order as it is now, what was told before, what differs")
public class JsonDataType extends ChangeDataType {

    @Override
    void write(PurchaseOrderChange change, Message message) {}
}
