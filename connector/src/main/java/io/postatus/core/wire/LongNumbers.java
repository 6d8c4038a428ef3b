/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** {@link WholeNumbers} of 64 bits. */
final class LongNumbers extends StdDeserializer<Long> {
    private static final long serialVersionUID = 1L;

    LongNumbers() {
        super(Long.class);
    }

    @Override
    public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return (Long) context.handleUnexpectedToken(Long.class, parser);
        }
        BigDecimal number = Decimals.number(parser.getText().trim());
        try {
            return number == null ? misfit(parser, context) : (Long) number.longValueExact();
        } catch (ArithmeticException e) {
            return misfit(parser, context);
        }
    }

    private static Long misfit(JsonParser parser, DeserializationContext context) throws IOException {
        return (Long) context.handleWeirdStringValue(Long.class, parser.getText(), "no whole number");
    }
}
