/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a number or a number in a string, exactly. What is none, or is absurd, is a misfit. */
final class Decimals extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    /** {@code 1e999999999} is eleven characters long, and a gigabyte once it is written out. */
    private static final int MOST_DIGITS = 60;

    Decimals() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isScalarValue()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        BigDecimal number = number(parser.getText().trim());
        return number == null
                ? (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, parser.getText(), "no sane number")
                : number;
    }

    /** Null if it is none, or is absurd. */
    static BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.scale()) + number.precision() > MOST_DIGITS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
