/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One customer of a tenant, and what a test lets happen to its orders. Every event happens at the present. */
public final class PartnerCustomer {
    private final PartnerTenant tenant;
    private final String id;
    private final String name;
    private final long place;
    private boolean related = true;
    private Refusal refusal;

    PartnerCustomer(PartnerTenant tenant, String id, String name, long place) {
        this.tenant = tenant;
        this.id = id;
        this.name = name;
        this.place = place;
    }

    /** The GUID of the customer's own tenant: the customer's id in every path. */
    public String id() {
        return id;
    }

    /** The company's name. */
    public String name() {
        return name;
    }

    /** The company's domain. */
    public String domain() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "") + ".example";
    }

    /** Places an order and returns its id. */
    public String place(Consumer<OrderDraft> order) {
        return tenant.look(now -> {
            OrderDraft draft = new OrderDraft(now);
            order.accept(draft);
            OrderVersion placed = draft.placed(this, tenant.ids(), tenant.chronicle(), now);
            tenant.chronicle().place(placed, now);
            return placed.id();
        });
    }

    /** Microsoft asks for documents. */
    public void requestReview(String orderId) {
        become(orderId, OrderStatus.PENDING_REVIEW);
    }

    /** Microsoft wants the customer's purchase order. */
    public void requestPurchaseOrder(String orderId) {
        become(orderId, OrderStatus.PENDING_PO_UPLOAD);
    }

    /** Somebody uploads the customer's purchase order in the portal, whatever the order awaits. */
    public void uploadPurchaseOrder(String orderId) {
        happen(orderId, OrderStatus.PO_UPLOAD_COMPLETE.word(), Actor.PARTNER);
    }

    /** Microsoft's review of the uploaded purchase order ends. */
    public void review(String orderId, ReviewOutcome outcome) {
        become(orderId, outcome.status());
    }

    /** The order is done. */
    public void complete(String orderId) {
        become(orderId, OrderStatus.COMPLETED);
    }

    /** The order goes wrong. */
    public void fail(String orderId) {
        become(orderId, OrderStatus.ERROR);
    }

    /** Some of the order goes wrong. */
    public void partlySucceed(String orderId) {
        become(orderId, OrderStatus.PARTIAL_SUCCESS);
    }

    /** The partner suspends the order, as can be done to completed ones. */
    public void suspend(String orderId) {
        happen(orderId, OrderStatus.SUSPENDED.word(), Actor.PARTNER);
    }

    /** The partner takes the suspension back. */
    public void reactivate(String orderId) {
        happen(orderId, OrderStatus.COMPLETED.word(), Actor.PARTNER);
    }

    /** The partner cancels the order. */
    public void cancel(String orderId) {
        happen(orderId, OrderStatus.CANCELLED.word(), Actor.PARTNER);
    }

    /** The order enters a state on Microsoft's side. */
    public void become(String orderId, OrderStatus status) {
        happen(orderId, status.word(), Actor.MICROSOFT);
    }

    /** The order enters a state that is not documented. */
    public void become(String orderId, String word) {
        happen(orderId, word, Actor.MICROSOFT);
    }

    /** The order returns to its state before the latest event. */
    public void flipBack(String orderId) {
        tenant.look(now -> {
            OrderVersion earlier = story(orderId)
                    .beforeNewest()
                    .orElseThrow(() -> new IllegalArgumentException("order " + orderId + " has no earlier state"));
            tenant.chronicle().happen(story(orderId), earlier.status(), Actor.MICROSOFT, now);
            return null;
        });
    }

    /** The order as a GET by id shows it now. */
    public JsonNode document(String orderId) {
        return shown(orderId, tenant.look(now -> story(orderId).byGet(now)));
    }

    /** The order as the list shows it now. */
    public JsonNode listedDocument(String orderId) {
        return shown(orderId, tenant.look(now -> story(orderId).byList(now)));
    }

    /** The customer leaves the partner: out of the list, and every call for it is refused with 403 20002. */
    public void endRelationship() {
        tenant.look(now -> related = false);
    }

    /** Every call for this customer is refused, for example with 403 and 800073 while it is under review. */
    public void refuse(int status, String code, String description) {
        tenant.look(now -> refusal = new Refusal(status, code, description));
    }

    /** Takes back what {@link #refuse} and {@link #endRelationship} did. */
    public void restore() {
        tenant.look(now -> {
            related = true;
            refusal = null;
            return null;
        });
    }

    boolean related() {
        return related;
    }

    long place() {
        return place;
    }

    /** Refuses a request that concerns this customer, if it must. */
    void admit() {
        if (refusal != null) {
            throw refusal;
        }
        if (!related) {
            String text = "Partner " + tenant.tenantId() + " has no commerce relationship with customer " + id;
            throw new Refusal(403, "20002", text);
        }
    }

    private JsonNode shown(String orderId, Optional<OrderVersion> order) {
        return order.map(tenant::rendered)
                .orElseThrow(() -> new IllegalArgumentException("customer " + name + " shows no order " + orderId));
    }

    private Story story(String orderId) {
        return tenant.chronicle().story(this, orderId);
    }

    private void happen(String orderId, String status, Actor actor) {
        tenant.look(now -> {
            tenant.chronicle().happen(story(orderId), status, actor, now);
            return null;
        });
    }
}
