/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.canary.Canary;
import io.postatus.core.camel.LogLines;
import io.postatus.core.http.Answer;
import io.postatus.core.http.ApiException;
import io.postatus.core.http.AuthenticationException;
import io.postatus.core.http.FormPart;
import io.postatus.core.http.MalformedResponseException;
import io.postatus.core.http.NotFoundException;
import io.postatus.core.http.Permission;
import io.postatus.core.http.Query;
import io.postatus.core.http.RequestRejectedException;
import io.postatus.core.time.VirtualTimeline;
import io.postatus.partnercenter.wire.AttachmentMetadata;
import io.postatus.partnercenter.wire.CustomerCollection;
import io.postatus.partnercenter.wire.Order;
import io.postatus.partnercenter.wire.OrderCollection;
import io.postatus.simulator.Fault;
import io.postatus.simulator.RecordedRequest;
import io.postatus.simulator.Simulator;
import io.postatus.simulator.partnercenter.LinkStyle;
import io.postatus.simulator.partnercenter.PartnerCenterOperation;
import io.postatus.simulator.partnercenter.PartnerCustomer;
import io.postatus.simulator.partnercenter.PartnerTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The client against the simulator: tokens, refusals, repetitions, pages, and that secrets stay secret. */
class PartnerCenterClientTest {

    private final Simulator simulator = Simulator.builder()
            .partnerCenter(options -> options.listLag(Duration.ZERO).ratePerMinute(100_000))
            .build()
            .start();
    private final PartnerTenant tenant = simulator.partnerCenter().tenant("contoso");
    private final PartnerCustomer fabrikam = tenant.customer("Fabrikam");
    private final String order = TestPartnerCenter.place(fabrikam);
    private final PartnerCenterBench bench = PartnerCenterBench.applicationOnly(tenant);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"v1, false", "v1, true", "v2, false", "v2, true"})
    void bothFormsOfTheTokenEndpointServeApplicationAndUser(PartnerCenterTokenVersion version, boolean user) {
        PartnerCenterBench spoken = new PartnerCenterBench(
                PartnerCenterBench.account(tenant, version, user ? tenant.refreshToken() : null));

        assertThat(spoken.answer(order(spoken)).body().id()).isEqualTo(order);
        spoken.time.advance(Duration.ofMinutes(56));
        assertThat(spoken.answer(order(spoken)).body().id()).isEqualTo(order);
        assertThat(simulator.partnerCenter().requests(PartnerCenterOperation.TOKEN))
                .hasSize(2);
    }

    @Test
    void renewedRefreshTokensAreHandedBackAndUsed() {
        String first = tenant.refreshToken();
        PartnerCenterBench user = PartnerCenterBench.withUser(tenant);
        user.answer(order(user));

        assertThat(user.renewed).hasSize(1).doesNotContain(first).containsExactly(tenant.refreshToken());
    }

    @Test
    void aListenerThatFailsDoesNotCostTheAccessToken() {
        try (LogLines log = new LogLines()) {
            PartnerCenterBench user = new PartnerCenterBench(
                    PartnerCenterBench.account(tenant, PartnerCenterTokenVersion.v2, tenant.refreshToken()),
                    (account, token) -> {
                        throw new IllegalStateException("no vault for " + token);
                    },
                    new VirtualTimeline());

            assertThat(user.answer(order(user)).body().id()).isEqualTo(order);
            assertThat(log.warnings()).anyMatch(line -> line.contains("refreshTokenListener"));
            assertNoSecret(log.all());
        }
    }

    @Test
    void expiredTokenIsRenewedAndTheCallRepeatedOnce() {
        simulator.faults().next(Fault.EXPIRED_TOKEN);
        assertThat(bench.answer(order(bench)).body().id()).isEqualTo(order);

        simulator.faults().always(Fault.EXPIRED_TOKEN);
        assertThatThrownBy(() -> bench.answer(order(bench))).isInstanceOf(AuthenticationException.class);
        assertThat(statuses()).containsExactly(401, 200, 401, 401);
    }

    @Test
    void missingSecondFactorIsForAPersonAndNoTokenIsRenewedForIt() {
        PartnerCenterBench user = PartnerCenterBench.withUser(tenant);
        simulator.faults().always(Fault.MFA_REQUIRED);

        assertThatThrownBy(() -> user.answer(order(user)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("900421")
                .hasMessageContaining("sign in with MFA and consent anew");
        assertThat(statuses()).containsExactly(401);
    }

    @Test
    void theOlderRefusalWithoutABodyEndsAfterOneRenewalAndSaysTheSame() {
        PartnerCenterBench user = PartnerCenterBench.withUser(tenant);
        simulator.faults().always(Fault.MFA_REQUIRED_WITHOUT_BODY);

        assertThatThrownBy(() -> user.answer(order(user)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("sign in with MFA and consent anew");
        assertThat(statuses()).containsExactly(401, 401);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_GRANT, invalid_grant, a user has to sign in with MFA",
        "INVALID_CLIENT, invalid_client, the clientId or the clientSecret is wrong or expired"
    })
    void refusedCredentialsSayWhatAPersonCanDoAndAreNotRepeated(Fault fault, String code, String advice) {
        simulator.faults().always(fault);

        assertThatThrownBy(() -> bench.answer(order(bench)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(advice);
        assertThat(simulator.partnerCenter().requests(PartnerCenterOperation.TOKEN))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 20002, NotFoundException, has no relationship with this partner",
        "403, 2032, NotFoundException, gives no access",
        "403, 800073, NotFoundException, reviewing the customer",
        "403, 900124, AuthenticationException, accept it in Partner Center",
        "403, 900308, RequestRejectedException, lacks privileges for this customer",
        "400, 900118, RequestRejectedException, check the customer's id",
        "404, 60003, NotFoundException, 60003",
        "409, 800060, RequestRejectedException, 800060"
    })
    void whatARefusalMeansIsDecidedByStatusAndCode(int status, String code, String type, String text) {
        fabrikam.refuse(status, code, "Refused");

        for (boolean numeric : List.of(false, true)) {
            if (numeric) {
                simulator.faults().always(Fault.NUMERIC_ERROR_CODES);
            }
            assertThatThrownBy(() -> bench.answer(order(bench)))
                    .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(type))
                    .hasMessageContaining(text);
        }
    }

    @Test
    void refusalOfTheListOfCustomersConcernsTheAccount() {
        simulator.faults().always(Fault.ACCESS_DENIED);

        assertThatThrownBy(() -> bench.answer(bench.client.getCustomers(Query.NONE, null, Permission.ALWAYS)))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("getCustomers: the service denied access (403 2032");
        assertThatThrownBy(() -> bench.answer(order(bench))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"RATE_LIMITED", "INTERNAL_ERROR", "UNAVAILABLE", "UNAVAILABLE_WITHOUT_JSON", "CONNECTION_RESET"})
    void whatPassesIsTriedAgainUnderTheSameName(Fault fault) {
        simulator.faults().next(fault).times(2);

        assertThat(bench.answer(order(bench)).body()).isNotNull();
        bench.answer(order(bench));
        List<String> names = header("ms-requestid");
        assertThat(names).hasSize(4);
        assertThat(names.subList(0, 3)).as("one call").containsOnly(names.get(0));
        assertThat(names.get(3)).as("the next call").isNotEqualTo(names.get(0));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void afterARefusalEverythingOfTheTenantWaitsAsLongAsAsked(boolean asDate) {
        bench.answer(order(bench));
        simulator.faults().next(Fault.RATE_LIMITED).retryAfter(Duration.ofSeconds(57));
        if (asDate) {
            simulator.faults().always(Fault.RETRY_AFTER_AS_DATE);
        }
        Duration before = Duration.ofNanos(bench.time.nanos());
        CompletionStage<Answer<Order>> refused = order(bench);
        CompletionStage<Answer<CustomerCollection>> other =
                bench.client.getCustomers(Query.NONE.with("size", 10), null, Permission.ALWAYS);
        bench.answer(refused);

        assertThat(bench.answer(other).body().items()).hasSize(1);
        assertThat(Duration.ofNanos(bench.time.nanos()).minus(before)).isGreaterThanOrEqualTo(Duration.ofSeconds(56));
    }

    @Test
    void everyCallHasNamesOfItsOwn() {
        bench.answer(order(bench));
        bench.answer(order(bench));

        assertThat(header("ms-correlationid")).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(header("ms-requestid")).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(header("ms-contract-version")).containsOnly("v1");
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreWalkedWhateverTheStyleOfLinks(LinkStyle style) {
        try (Simulator styled = Simulator.builder()
                .partnerCenter(options -> options.linkStyle(style))
                .build()
                .start()) {
            PartnerTenant partner = styled.partnerCenter().tenant("contoso");
            List.of("A", "B", "C", "D", "E").forEach(partner::customer);
            PartnerCenterBench walker = PartnerCenterBench.applicationOnly(partner);
            List<String> names = new ArrayList<>();
            String token = null;
            do {
                CustomerCollection page = walker.answer(
                                walker.client.getCustomers(Query.NONE.with("size", 2), token, Permission.ALWAYS))
                        .body();
                page.items()
                        .forEach(customer -> names.add(customer.companyProfile().companyName()));
                token = page.nextToken();
            } while (token != null);

            assertThat(names).containsExactly("A", "B", "C", "D", "E");
        }
    }

    @Test
    void aLinkToAnotherHostIsNotFollowed() {
        List.of("A", "B").forEach(tenant::customer);
        simulator.faults().always(Fault.FOREIGN_NEXT_LINK);
        String token = bench.answer(bench.client.getCustomers(Query.NONE.with("size", 1), null, Permission.ALWAYS))
                .body()
                .nextToken();
        int before = simulator.partnerCenter().requests().size();

        assertThatThrownBy(() ->
                        bench.answer(bench.client.getCustomers(Query.NONE.with("size", 1), token, Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("leads elsewhere");
        assertThat(simulator.partnerCenter().requests()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items | it has no items",
                "uri   | its link to the next page has no uri",
            })
    void aListWhoseFrameIsBrokenPassesNeitherForAnEmptyOneNorForTheLastPage(String missing, String problem) {
        List.of("A", "B").forEach(tenant::customer);
        simulator.faults().always(Fault.MISSING_FIELDS).names(missing);

        assertThatThrownBy(() -> bench.answer(
                        bench.client.getCustomersPage(Query.NONE.with("size", 1), null, Permission.ALWAYS)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("'contoso', getCustomers")
                .hasMessageContaining(problem);
    }

    @Test
    void aRepeatedUploadIsDoneOnce() {
        simulator.faults().next(Fault.TRUNCATED_BODY).forOperation(PartnerCenterOperation.UPLOAD_ATTACHMENT);
        AttachmentMetadata metadata =
                new AttachmentMetadata(false, new BigDecimal("512.40"), "EUR", new BigDecimal("1.0"), null);
        FormPart file = new FormPart("any", "po.pdf", "application/pdf", new byte[] {1, 2});

        assertThat(bench.answer(bench.client.uploadAttachment(fabrikam.id(), order, metadata, file, Permission.ALWAYS))
                        .body()
                        .items())
                .hasSize(1);
        assertThat(bench.answer(bench.client.getAttachments(fabrikam.id(), order, Permission.ALWAYS))
                        .body()
                        .items())
                .hasSize(1);
    }

    @Test
    void documentsThatAreOddInEveryKnownWayAreStillRead() {
        for (Fault fault : List.of(
                Fault.BOM,
                Fault.UNKNOWN_FIELDS,
                Fault.OFFSET_DATES,
                Fault.NULL_FIELDS,
                Fault.NO_CHARSET,
                Fault.NUMBERS_FOR_ENUMS)) {
            simulator.faults().always(fault);
        }
        OrderCollection orders = bench.answer(
                        bench.client.getOrders(fabrikam.id(), Query.NONE, null, Permission.ALWAYS))
                .body();

        assertThat(orders.items()).hasSize(1);
        assertThat(orders.items().get(0).creationDate()).isNotNull();
        assertThat(orders.items().get(0).billingCycle()).isNull();
    }

    @Test
    void noSecretIsInAnyLogOrException() {
        List<String> texts = new ArrayList<>();
        try (LogLines logs = new LogLines()) {
            for (Fault fault : Fault.values()) {
                simulator.faults().clear();
                if (fault == Fault.GZIP_BOMB || fault == Fault.SLOW_DRIP || fault == Fault.LATENCY) {
                    continue;
                }
                simulator.faults().always(fault);
                PartnerCenterBench fresh = PartnerCenterBench.withUser(tenant);
                try {
                    fresh.answer(order(fresh));
                } catch (ApiException e) {
                    for (Throwable at = e; at != null; at = at.getCause()) {
                        texts.add(at.toString());
                    }
                }
                texts.add(fresh.account.toString());
            }
            texts.addAll(logs.all());
        }
        assertThat(texts).hasSizeGreaterThan(60);
        assertNoSecret(texts);
    }

    private static void assertNoSecret(Iterable<String> texts) {
        assertThat(texts).allSatisfy(text -> assertThat(Canary.in(text)).isEmpty());
    }

    @Test
    void foreignDataCannotLeaveItsPlaceInThePath() {
        assertThatThrownBy(() ->
                        bench.answer(bench.client.getOrder("../auditrecords?x=", order, Query.NONE, Permission.ALWAYS)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bench.client.getOrder("..", order, Query.NONE, Permission.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class);
        fabrikam.refuse(400, "3000", "Invalid property");
        assertThatThrownBy(() -> bench.answer(order(bench))).isInstanceOf(RequestRejectedException.class);
    }

    private CompletionStage<Answer<Order>> order(PartnerCenterBench from) {
        return from.client.getOrder(fabrikam.id(), order, Query.NONE, Permission.ALWAYS);
    }

    private List<RecordedRequest> orders() {
        return simulator.partnerCenter().requests(PartnerCenterOperation.GET_ORDER);
    }

    private List<Integer> statuses() {
        return orders().stream().map(RecordedRequest::status).toList();
    }

    private List<String> header(String name) {
        return orders().stream().map(request -> request.headers().get(name)).toList();
    }
}
