/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.TestVendor;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused when the route is made, by the option's name and what it can be. */
class PartnerCenterOptionsTest {
    private static final String URI = "partnercenter:purchaseOrderStatus?account=contoso&clientId=x&clientSecret=y&";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant=contoso&cloud=mars | cloud is 'mars', allowed are global, usGov, china",
                "tenant=contoso&tokenVersion=v3 | tokenVersion is 'v3', allowed are v1, v2",
                "cloud=usGov | partnercenter needs the option tenant",
                "tenant=a/b | tenant is 'a/b', allowed is the GUID or a domain of the partner's tenant",
                "tenant=contoso&requestsPerMinute=501 | requestsPerMinute is 501, allowed are 1 to 500",
                "tenant=contoso&requestsPerMinute=0 | requestsPerMinute is 0, allowed are 1 to 500",
                "tenant=contoso&openOrderInterval=2h | customerInterval is PT1H, allowed is openOrderInterval (PT2H) or more",
                "tenant=contoso&openOrderInterval=0 | openOrderInterval is PT0S, allowed is more than zero",
                "tenant=contoso&customers=a/b | customers has 'a/b', allowed are ids of customers",
                "tenant=contoso&orders=a/b,c | orders: 'c' is no order: it is written CUSTOMER-ID/ORDER-ID",
                "tenant=contoso&tokenUrl=https://login.example.com | tokenUrl has no path",
                "tenant=contoso&tokenUrl=login.example.com/token | tokenUrl is 'login.example.com/token', allowed is http:// or https:// with a host, a port and a path if need be, no user and no query, for example https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token",
                "tenant=contoso&size=501 | size 501 is not possible: 1 to 500",
                "tenant=contoso&tennant=x | partnercenter has no option 'tennant'. Do you mean tenant?",
            })
    void optionIsNamedWithWhatIsAllowed(String options, String message) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThatThrownBy(() -> {
                        TestVendor.route(camel, rb -> rb.from(URI + options).to("mock:never"));
                        camel.start();
                    })
                    .hasStackTraceContaining(message);
        }
    }
}
