/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.postatus.core.http.ApiRequest;
import io.postatus.partnercenter.wire.Link;
import io.postatus.partnercenter.wire.LinkHeader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link decides which page comes next, and nothing else. */
class PartnerCenterLinksTest {

    private static final URI BASE = URI.create("https://api.partnercenter.microsoft.com");
    private static final ApiRequest FIRST =
            ApiRequest.get("getCustomers", "/v1/customers").query("size", 2).header("MS-RequestId", "r");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?size=2&seekOperation=Next",
                "customers?size=2&seekOperation=Next",
                "/v1/customers?size=2&seekOperation=Next",
                "https://api.partnercenter.microsoft.com/v1/customers?size=2&seekOperation=Next",
                "https://API.partnercenter.microsoft.com:443/v1/customers?size=2&seekOperation=Next"
            })
    void everyStyleOfLinkLeadsToTheSamePage(String uri) {
        ApiRequest next = follow(uri).orElseThrow();

        assertThat(next.pathAndQuery()).isEqualTo("/v1/customers?size=2&seekOperation=Next");
        assertThat(next.headers()).isEqualTo(Map.of("MS-ContinuationToken", "b2Zm/+=,", "MS-RequestId", "r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1/customers?size=2",
                "//evil.example/v1/customers",
                "http://api.partnercenter.microsoft.com/v1/customers",
                "https://api.partnercenter.microsoft.com:444/v1/customers",
                "https://user@api.partnercenter.microsoft.com/v1/customers",
                "https://api.partnercenter.microsoft.com.evil.example/v1/customers",
                "/customers/2c9f3a51-7be0-4c1f-9d52-0f6c1e0a7711/orders",
                "/v1/../secrets",
                "mailto:x@example.com",
                "no uri at all",
                ""
            })
    void aLinkThatLeadsElsewhereIsNotFollowed(String uri) {
        assertThat(follow(uri)).isEmpty();
    }

    @Test
    void behindAProxyTheLinkMayHaveItsPathInFront() {
        URI proxied = URI.create("https://proxy.example/pc");
        Link link = new Link("https://proxy.example/pc/v1/customers?size=2", "GET", List.of());

        assertThat(PartnerCenterLinks.follow(link, FIRST, proxied).orElseThrow().pathAndQuery())
                .isEqualTo("/v1/customers?size=2");
    }

    @Test
    void whatIsAskedForStaysOursAndTheLinkOnlyTurnsThePage() {
        ApiRequest filtered = FIRST.query("startDate", "2026-03-01").query("endDate", "2026-03-02");
        Link link = new Link(
                "/customers?startDate=2026-03-02&filter=%7B%7D&size=1&seekOperation=Next",
                "GET",
                List.of(
                        new LinkHeader("Authorization", "Bearer x"),
                        new LinkHeader("MS-RequestId", "theirs"),
                        new LinkHeader("MS-Contract-Version", "v0"),
                        new LinkHeader(null, "x"),
                        new LinkHeader("ms-continuationtoken", "t")));

        ApiRequest next = PartnerCenterLinks.follow(link, filtered, BASE).orElseThrow();
        assertThat(next.query().value("startDate")).isEqualTo("2026-03-01");
        assertThat(next.query().value("endDate")).isEqualTo("2026-03-02");
        assertThat(next.query().value("size")).isEqualTo("1");
        assertThat(next.query().value("seekOperation")).isEqualTo("Next");
        assertThat(next.query().value("filter")).isNull();
        assertThat(next.headers()).isEqualTo(Map.of("MS-ContinuationToken", "t", "MS-RequestId", "r"));
    }

    private static Optional<ApiRequest> follow(String uri) {
        Link link = new Link(uri, "GET", List.of(new LinkHeader("MS-ContinuationToken", "b2Zm/+=,")));
        return PartnerCenterLinks.follow(link, FIRST, BASE);
    }
}
