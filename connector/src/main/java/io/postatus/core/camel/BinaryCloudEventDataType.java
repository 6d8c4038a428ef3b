/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.PurchaseOrderChange;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.camel.Message;
import org.apache.camel.spi.DataTypeTransformer;

/**
 * The change as a CloudEvents 1.0 event in binary form, for HTTP: attributes as {@code ce-} headers,
 * percent-encoded where a header cannot hold them as they are, the change in the body.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP</a>
 */
@DataTypeTransformer(
        name = "purchase-order:http-application-cloudevents",
        description =
                "A purchase-order change as CloudEvents 1.0 for HTTP: attributes as ce- headers, the change as JSON")
public class BinaryCloudEventDataType extends ChangeDataType {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    void write(PurchaseOrderChange change, Message message) {
        CloudEvent.attributes(change).forEach((name, value) -> message.setHeader("ce-" + name, encoded(value)));
    }

    /** As section 3.1.3.2 has it: printable ASCII stays, but for the space, the double quote and the percent sign. */
    private static String encoded(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b <= '~' && b != '"' && b != '%') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
