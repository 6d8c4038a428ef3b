/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** An uploaded purchase order, checked as documented (apis/partner-center-orders.md 7). */
record Upload(List<Multipart.Part> purchaseOrders, List<Multipart.Part> tenders) {
    static Upload parse(String contentType, byte[] body) {
        List<Multipart.Part> parts = Multipart.parse(contentType, body);
        JsonNode metadata = metadata(parts);
        Upload upload = new Upload(files(parts, "pofiles"), files(parts, "tenderfiles", "tender"));
        if (upload.purchaseOrders().isEmpty()) {
            throw Refusal.badRequest("900252", "The purchase order document is missing");
        }
        boolean tender = field(metadata, "isPartofTender").asBoolean();
        if (tender
                && field(metadata, "tenderLink").asText().isEmpty()
                && upload.tenders().isEmpty()) {
            throw Refusal.badRequest("900253", "The tender link or document is missing");
        }
        return upload;
    }

    private static JsonNode metadata(List<Multipart.Part> parts) {
        for (Multipart.Part part : parts) {
            if (part.name().equals("metadata")) {
                return checked(part.text());
            }
        }
        throw badMetadata();
    }

    private static JsonNode checked(String text) {
        try {
            JsonNode metadata = Json.parse(text);
            boolean priced = field(metadata, "customerPrice").asText().matches("-?\\d+(\\.\\d+)?");
            if (priced && !field(metadata, "currency").asText().isBlank()) {
                return metadata;
            }
        } catch (JsonProcessingException e) {
            // Falls through: no JSON is as bad as no price.
        }
        throw badMetadata();
    }

    private static Refusal badMetadata() {
        return Refusal.badRequest("900254", "The metadata of the purchase order is not valid");
    }

    /** Names in any case: the guide and the library of the service differ. */
    private static JsonNode field(JsonNode metadata, String name) {
        List<String> names = new ArrayList<>();
        metadata.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(metadata::path)
                .orElse(metadata.path(name));
    }

    private static List<Multipart.Part> files(List<Multipart.Part> parts, String... names) {
        return parts.stream()
                .filter(part -> List.of(names).contains(part.name()) && part.fileName() != null)
                .toList();
    }
}
