/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Purchase orders of customers, attached to orders (apis/partner-center-orders.md 7). */
final class AttachmentsOperation {
    private final PartnerCenterOptions options;
    private final Repetitions repetitions = new Repetitions();

    AttachmentsOperation(PartnerCenterOptions options) {
        this.options = options;
    }

    /** A repeated request id is the same upload, sent again because its answer was lost. */
    ObjectNode upload(Request request, Instant now) {
        return repetitions.once(request, () -> uploaded(request, now));
    }

    ObjectNode list(Request request) {
        return collection(request.story().attachments());
    }

    Attachment one(Request request) {
        return request.story().attachments().stream()
                .filter(each -> each.id().equals(request.route().argument(2)))
                .findFirst()
                .orElseThrow(Refusal::wrongPath);
    }

    private ObjectNode uploaded(Request request, Instant now) {
        Story story = request.story();
        if (!story.newest().has(OrderStatus.PENDING_PO_UPLOAD) && !options.uploadsAtAnyTime) {
            throw Refusal.badInput("the order does not await a purchase order");
        }
        Upload upload = Upload.parse(
                request.call().headers().getOrDefault("content-type", ""),
                request.call().body());
        int before = story.attachments().size();
        upload.purchaseOrders().forEach(part -> attach(story, part, Attachment.PURCHASE_ORDER));
        upload.tenders().forEach(part -> attach(story, part, Attachment.TENDER));
        request.tenant().uploaded(story, now);
        return collection(
                story.attachments().subList(before, story.attachments().size()));
    }

    private static void attach(Story story, Multipart.Part part, String kind) {
        String id = Guid.of(
                        "attachment", story.facts().id() + story.attachments().size())
                .replace("-", "")
                .substring(0, 14);
        story.attachments().add(new Attachment(id, part.fileName(), kind, part.mediaType(), part.content()));
    }

    private static ObjectNode collection(List<Attachment> attachments) {
        ArrayNode items = Json.array();
        attachments.forEach(each -> items.addObject()
                .put("attachmentId", each.id())
                .put("fileName", each.fileName())
                .put("sizeInKB", each.kilobytes())
                .put("attachmentType", each.kind()));
        ObjectNode json = Json.collection(items);
        json.set("attributes", Json.attributes("Collection"));
        return json;
    }
}
