/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a whole number or one in a string. Jackson's own reader throws past every handler if it is out of range. */
final class WholeNumbers extends StdDeserializer<Integer> {
    private static final long serialVersionUID = 1L;

    WholeNumbers() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return (Integer) context.handleUnexpectedToken(Integer.class, parser);
        }
        BigDecimal number = Decimals.number(parser.getText().trim());
        try {
            return number == null ? misfit(parser, context) : (Integer) number.intValueExact();
        } catch (ArithmeticException e) {
            return misfit(parser, context);
        }
    }

    private static Integer misfit(JsonParser parser, DeserializationContext context) throws IOException {
        return (Integer) context.handleWeirdStringValue(Integer.class, parser.getText(), "no whole number");
    }
}
