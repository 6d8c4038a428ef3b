/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.postatus.core.http.ApiRequest;
import io.postatus.partnercenter.wire.Link;
import io.postatus.partnercenter.wire.LinkHeader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** Wherever a link leads, the access token stays here, and what is asked for stays ours. */
@Timeout(20)
class PartnerCenterLinksFuzzTest {

    private static final ApiRequest FIRST = ApiRequest.get("getCustomers", "/v1/customers")
            .query("size", 500)
            .query("startDate", "2026-03-01")
            .header("MS-RequestId", "r");

    /** @param link a URI and, after a line end, a continuation token */
    @FuzzTest
    void aLinkTurnsThePageOrIsNotFollowed(byte[] link) {
        String[] text = new String(link, StandardCharsets.UTF_8).split("\n", 2);
        List<LinkHeader> headers = List.of(
                new LinkHeader("MS-ContinuationToken", text.length < 2 ? null : text[1]),
                new LinkHeader("Authorization", text[0]));
        for (String base : new String[] {"https://api.partnercenter.microsoft.com", "https://proxy.example:8443/pc"}) {
            Optional<ApiRequest> next =
                    PartnerCenterLinks.follow(new Link(text[0], "GET", headers), FIRST, URI.create(base));
            next.ifPresent(request -> follows(request, URI.create(base)));
        }
    }

    private static void follows(ApiRequest next, URI base) {
        URI target = URI.create(base + next.pathAndQuery());
        assertThat(target.getScheme()).isEqualTo(base.getScheme());
        assertThat(target.getRawAuthority()).isEqualTo(base.getRawAuthority());
        assertThat(next.path()).isEqualTo(FIRST.path());
        assertThat(next.query().value("startDate")).isEqualTo("2026-03-01");
        assertThat(Map.of("size", "", "startDate", "", "seekOperation", ""))
                .containsKeys(next.query().parameters().stream()
                        .map(parameter -> parameter.name())
                        .toArray(String[]::new));
        assertThat(next.headers().keySet()).isSubsetOf("MS-ContinuationToken", "MS-RequestId");
        assertThat(String.join("", next.headers().values()).chars())
                .noneMatch(character -> character == '\r' || character == '\n');
    }
}
