/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.Transformer;

/** A form that a change, or its JSON, can be given with {@code transformDataType}. */
abstract class ChangeDataType extends Transformer {

    @Override
    public final void transform(Message message, DataType from, DataType to) throws Exception {
        PurchaseOrderChange change = message.getMandatoryBody(PurchaseOrderChange.class);
        message.setBody(PurchaseOrderConverters.toText(change));
        message.setHeader(Exchange.CONTENT_TYPE, CloudEvent.DATA_CONTENT_TYPE);
        write(change, message);
    }

    /** @param message holds the change as JSON text */
    abstract void write(PurchaseOrderChange change, Message message) throws Exception;
}
