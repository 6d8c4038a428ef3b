/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.simulator.Fault;
import io.postatus.simulator.partnercenter.PartnerClient.Reply;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Purchase orders of customers (apis/partner-center-orders.md 7). */
class AttachmentTest extends PartnerFixture {
    private static final String TENDER = METADATA.replace("false", "true");
    private String id;

    @BeforeEach
    void placeAnOrder() {
        id = place();
    }

    @Test
    void anUploadMovesTheOrderOn() {
        Reply reply = upload(id);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.items().get(0).path("fileName").asText()).isEqualTo("po.pdf");
        assertThat(reply.items().get(0).path("attachmentType").asText()).isEqualTo("POAttachment");
        assertThat(order(id).body().path("status").asText()).isEqualTo("po_upload_complete");
    }

    @Test
    void attachmentsAreListedInThePluralAndReadInTheSingular() {
        String attachment = upload(id).items().get(0).path("attachmentId").asText();
        String path = "/customers/" + fabrikam.id() + "/orders/" + id;

        assertThat(client.get(path + "/attachments").items()).hasSize(1);
        assertThat(client.get(path + "/attachment/" + attachment).text()).isEqualTo("%PDF-");
        assertThat(client.get(path + "/attachment/" + attachment).header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(client.get(path + "/attachment/unknown").status()).isEqualTo(404);
        assertThat(client.send("POST", "/v1" + path + "/attachments", "x").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingHasItsOwnCode() {
        assertRefused("900254", "POFiles", "po.pdf", "%PDF-");
        assertRefused("900254", "metadata", "", "{\"currency\":\"EUR\"}", "POFiles", "po.pdf", "%PDF-");
        assertRefused("900254", "metadata", "", "no json", "POFiles", "po.pdf", "%PDF-");
        assertRefused("900252", "metadata", "", METADATA);
        assertRefused("900253", "metadata", "", TENDER, "pofiles", "po.pdf", "%PDF-");
        assertThat(order(id).body().path("status").asText()).isEqualTo("pending_po_upload");
    }

    @Test
    void aTenderNeedsALinkOrADocument() {
        Reply reply = client.upload(
                fabrikam,
                id,
                UUID.randomUUID().toString(),
                "Metadata",
                "",
                TENDER,
                "POFiles",
                "po.pdf",
                "%PDF-",
                "TenderFiles",
                "tender.pdf",
                "%PDF-");

        assertThat(reply.items())
                .extracting(item -> item.path("attachmentType").asText())
                .containsExactly("POAttachment", "TenderAttachment");
    }

    @Test
    void anOrderThatAwaitsNoneTakesNone() {
        upload(id);

        assertThat(upload(id).code()).isEqualTo("800002");
    }

    @Test
    void aRepeatedRequestIdIsTheSameUpload() {
        String requestId = UUID.randomUUID().toString();
        Reply first = upload(requestId, "metadata", "", METADATA, "POFiles", "po.pdf", "%PDF-");
        Reply second = upload(requestId, "metadata", "", METADATA, "POFiles", "po.pdf", "%PDF-");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(simulator.truth().versions("contoso", id)).hasSize(2);
    }

    @Test
    void anUploadWhoseAnswerIsLostHasHappened() {
        simulator.faults().next(Fault.TRUNCATED_BODY);
        try {
            upload(id);
        } catch (java.io.UncheckedIOException e) {
            // As a client sees it.
        }

        assertThat(order(id).body().path("status").asText()).isEqualTo("po_upload_complete");
    }

    private void assertRefused(String code, String... parts) {
        Reply reply = upload(UUID.randomUUID().toString(), parts);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo(code);
    }

    private Reply upload(String requestId, String... parts) {
        return client.upload(fabrikam, id, requestId, parts);
    }
}
