/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postatus.core.camel.TestVendor;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be is refused when the route is made, by the option's name and what it can be. */
class AmazonVendorOptionsTest {
    private static final String URI =
            "amazonvendor:purchaseOrderStatus?account=acme&clientId=x&clientSecret=y&refreshToken=z&";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region=XX | region is 'XX', allowed are NA, EU, FE",
                "initialState=forget | initialState is 'forget', allowed are tell, prime",
                "sandbox=maybe | sandbox is 'maybe', allowed are true and false",
                "delay=soon | delay is 'soon', allowed is a time such as 30s, 5m or PT5M, or a number",
                "lookback=soon | lookback is 'soon', allowed is a time such as 30s, 5m or PT5M, or a number",
                "lookback=banana | lookback is 'banana', allowed is a time such as 30s, 5m or PT5M, or a number",
                "lookback=-2m | lookback is '-2m', allowed is a time such as 30s, 5m or PT5M, or a number",
                "lookback=PT-1H | lookback is PT-1H, allowed is zero or more",
                "lookbak=2h | amazonvendor has no option 'lookbak'. Do you mean lookback?",
                "windowSize=P8D | windowSize is PT192H, allowed is PT1M (a minute) to P7D (7 days)",
                "limit=101 | limit 101 is not possible: 1 to 100",
                "baseUrl=example.com&region=NA | baseUrl is 'example.com', allowed is http:// or https:// with a host, a port and a path if need be, no user and no query, for example https://sellingpartnerapi-na.amazon.com",
                "tokenUrl=api.amazon.com/auth | tokenUrl is 'api.amazon.com/auth', allowed is http:// or https://",
                "tokenUrl=ftp://host/token | tokenUrl is 'ftp://host/token', allowed is http:// or https://",
                "tokenUrl=https://api.amazon.com | tokenUrl has no path. Amazon's is https://api.amazon.com/auth/o2/token",
                "refreshTokn=x | amazonvendor has no option 'refreshTokn'. Do you mean refreshToken?",
                "regoin=EU | amazonvendor has no option 'regoin'. Do you mean region?",
            })
    void optionIsNamedWithWhatIsAllowed(String option, String message) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            assertThatThrownBy(() -> {
                        TestVendor.route(camel, rb -> rb.from(URI + option).to("mock:never"));
                        camel.start();
                    })
                    .hasStackTraceContaining(message);
        }
    }
}
