/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Ground;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** One partner tenant: its application's credentials and its customers. */
public final class PartnerTenant {
    private final String id;
    private final Ground ground;
    private final PartnerCenterOptions options;
    private final Supplier<URI> baseUrl;
    private final Credentials credentials;
    private final OrderDocument document;
    private final AuditLog audit;
    private final Chronicle chronicle;
    private final OrderIds ids;
    private final Map<String, PartnerCustomer> customers = new LinkedHashMap<>();

    PartnerTenant(String id, Ground ground, PartnerCenterOptions options, Supplier<URI> baseUrl) {
        this.id = id;
        this.ground = ground;
        this.options = options;
        this.baseUrl = baseUrl;
        this.credentials = new Credentials(id);
        this.document = new OrderDocument(new Links(options.linkStyle));
        this.audit = new AuditLog(credentials.tenantId(), options.microsoftInActivityLog);
        this.chronicle = new Chronicle(id, ground, options.listLag, document, audit);
        this.ids = new OrderIds(new Random(ground.world().seed() * 31 + id.hashCode()));
    }

    /** The id that the test chose: the account in the truth log. */
    public String id() {
        return id;
    }

    /** The GUID in Entra, made up from the id; the token endpoint takes it, the id itself, or {@code <id>.example}. */
    public String tenantId() {
        return credentials.tenantId();
    }

    /** The application's id, a GUID made up from the tenant's id. */
    public String clientId() {
        return credentials.clientId();
    }

    /** {@code 8Q~<id in lower case>~secret}, until rotated. */
    public String clientSecret() {
        return credentials.clientSecret();
    }

    /** The newest refresh token, at first {@code 0.AX-<id in lower case>}. */
    public String refreshToken() {
        return credentials.refreshToken();
    }

    /** What stands in for {@code https://api.partnercenter.microsoft.com}; without a slash at its end. */
    public URI baseUrl() {
        return baseUrl.get();
    }

    /** The token endpoint in its present form, which takes a scope. */
    public URI tokenUrl() {
        return baseUrl().resolve("/" + tenantId() + Route.TOKEN_V2);
    }

    /** The token endpoint in its older form, which takes a resource. */
    public URI legacyTokenUrl() {
        return baseUrl().resolve("/" + tenantId() + Route.TOKEN_V1);
    }

    /** Makes the present client secret invalid and returns the new one. */
    public String rotateSecret() {
        return credentials.rotateSecret();
    }

    /** Withdraws the consent: no refresh token is good any longer. */
    public void revoke() {
        credentials.revoke();
    }

    /** The customer with this name, or with this GUID; it is added when it does not exist. */
    public PartnerCustomer customer(String nameOrId) {
        return look(now -> add(nameOrId));
    }

    /** All customers, in the order in which they were added. */
    public List<PartnerCustomer> customers() {
        return look(now -> List.copyOf(customers.values()));
    }

    /** As {@link #customer}, for those who look at the world already. */
    PartnerCustomer add(String nameOrId) {
        return customers.computeIfAbsent(
                Guid.of(tenantId(), nameOrId), guid -> new PartnerCustomer(this, guid, nameOrId, customers.size()));
    }

    Credentials credentials() {
        return credentials;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    AuditLog audit() {
        return audit;
    }

    OrderIds ids() {
        return ids;
    }

    Collection<PartnerCustomer> customersInOrder() {
        return customers.values();
    }

    Optional<PartnerCustomer> find(String customerId) {
        return Optional.ofNullable(customers.get(customerId.toLowerCase(Locale.ROOT)));
    }

    /** Whether a path of the token endpoint means this tenant. */
    boolean named(String word) {
        return word.equalsIgnoreCase(tenantId()) || word.equalsIgnoreCase(id) || word.equalsIgnoreCase(id + ".example");
    }

    JsonNode rendered(OrderVersion order) {
        return document.of(order, false);
    }

    /** A purchase order came in: sooner or later the order says so. */
    void uploaded(Story story, Instant now) {
        Instant due = now.plus(options.uploadDelay);
        if (due.isAfter(now)) {
            ground.world().schedule(due, at -> submitted(story, at));
        } else {
            submitted(story, now);
        }
    }

    private void submitted(Story story, Instant at) {
        if (story.newest().has(OrderStatus.PENDING_PO_UPLOAD)) {
            chronicle.happen(story, OrderStatus.PO_UPLOAD_COMPLETE.word(), Actor.PARTNER, at);
        }
    }

    <T> T look(Function<Instant, T> look) {
        return ground.world().at(look);
    }
}
