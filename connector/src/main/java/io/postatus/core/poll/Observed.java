/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.model.PurchaseOrderStatus;
import io.postatus.core.wire.FieldDrift;
import java.util.SortedMap;

/**
 * An order as seen in one answer.
 *
 * @param shapeVersion the version of the rules by which the document was taken apart
 * @param fields what the document holds beside the summary, by {@link DocumentShape#fields}
 * @param drift how the document departs from what we know of the service's
 */
public record Observed(
        PurchaseOrderStatus status, int shapeVersion, SortedMap<String, String> fields, FieldDrift drift) {

    /** One whose document nobody has looked at. */
    public Observed(PurchaseOrderStatus status, int shapeVersion, SortedMap<String, String> fields) {
        this(status, shapeVersion, fields, FieldDrift.NONE);
    }

    public static Observed of(PurchaseOrderStatus status, DocumentShape shape, JsonNode document) {
        return new Observed(
                status, shape.version(), shape.fields(document), shape.known().drift(document));
    }
}
