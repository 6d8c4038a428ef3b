/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One field that differs from what was last told.
 *
 * @param path a field of {@link PurchaseOrderStatus}, for example {@code lines[2].receivedQuantity}, or a path into the
 *     service's document, for example {@code document.shipToParty.partyId}; {@code []} stands for all entries of a list
 * @param oldValue the value last told; null if there was none or if only its digest was kept
 * @param newValue the value now; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(String path, @JsonProperty("old") String oldValue, @JsonProperty("new") String newValue) {

    @Override
    public String toString() {
        return path + " " + (oldValue == null ? "" : oldValue) + " -> " + newValue;
    }
}
