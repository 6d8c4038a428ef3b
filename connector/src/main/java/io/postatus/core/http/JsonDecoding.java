/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * Reads answers within bounds. Unknown fields are ignored and numbers fit into strings, since services grow and differ;
 * a byte order mark is skipped; what follows the document is an error. Messages say where, never what: payload does not
 * belong in logs.
 */
public final class JsonDecoding {

    private static final int LONGEST_DOCUMENT = 32 << 20;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxTokenCount(5_000_000)
            .maxStringLength(1 << 20)
            .maxNumberLength(64)
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(BOUNDS).build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonDecoding() {}

    /** @throws MalformedResponseException naming the position, not the payload */
    public static <T> T decode(
            ApiResponse response, Class<T> type, String account, String operation, String requestId) {
        try {
            T value = read(response, type);
            if (value == null) {
                throw new MalformedResponseException(
                        account, operation, response.status(), requestId, message(account, operation, "it is null"));
            }
            return value;
        } catch (IOException e) {
            // The cause stays behind: Jackson's messages quote the payload.
            throw new MalformedResponseException(
                    account, operation, response.status(), requestId, message(account, operation, problem(e)));
        }
    }

    /** For error bodies, which are often something else: a missing node if it is no JSON. */
    public static JsonNode lenient(ApiResponse response) {
        try {
            return read(response, JsonNode.class);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Jackson's own bound of a document counts buffers as they are filled, and nobody fills one from an array. For
     * exponents it has none.
     */
    private static <T> T read(ApiResponse response, Class<T> type) throws IOException {
        int length = response.body().length;
        if (length > LONGEST_DOCUMENT) {
            throw new StreamConstraintsException(
                    "Document length (" + length + ") exceeds the maximum allowed (" + LONGEST_DOCUMENT + ")");
        }
        try {
            return MAPPER.readValue(response.body(), type);
        } catch (NumberFormatException e) {
            // Without the cause, which quotes the payload.
            throw new StreamConstraintsException("Number exponent exceeds the maximum allowed");
        }
    }

    private static String message(String account, String operation, String problem) {
        return "Account '" + account + "', " + operation + ": the answer cannot be read, " + problem
                + ". Nothing of it was used. If the service changed its format, the connector needs an update.";
    }

    /** Jackson wraps: the bound that was crossed and the position may stand in a cause. */
    private static String problem(IOException e) {
        String what = e.getClass().getSimpleName();
        JsonLocation where = null;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException bound) {
                what = bound.getOriginalMessage();
            }
            if (where == null && cause instanceof JsonProcessingException json) {
                where = json.getLocation();
            }
        }
        return where == null ? what : what + " at line " + where.getLineNr() + ", column " + where.getColumnNr();
    }
}
