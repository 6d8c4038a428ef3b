/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.assertNoSecret;
import static io.postatus.amazonvendor.TestVendor.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ExceptionHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work fails at start, in words that name the option and what is allowed, before anything is asked. */
class AmazonVendorMisconfigurationTest {

    private final TestVendor vendor = new TestVendor();

    @AfterEach
    void close() {
        assertThat(vendor.simulator.amazon().requests()).isEmpty();
        assertThat(vendor.simulator.amazon().tokenCalls()).isZero();
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windowSize=P8D | windowSize is PT192H, allowed is PT1M (a minute) to P7D (7 days)",
                "region=MARS | region is 'MARS', allowed are NA, EU, FE",
                "startFrom=yesterday | startFrom is 'yesterday', allowed are now, a duration back from now such as P90D",
                "startFrom=2999-01-01T00:00:00Z | startFrom is '2999-01-01T00:00:00Z', allowed are now, a duration back from now",
                "startFrom=-P2D | startFrom is '-P2D', allowed are now, a duration back from now",
                "stateStore=redis:orders | stateStore is 'redis:orders', allowed are memory and sqlite:PATH, the path of a file",
                "initialState=forget | initialState is 'forget', allowed are tell, prime",
                "concurrentRequests=0 | concurrentRequests is 0, allowed are 1 to 3",
                "concurrentRequests=4 | concurrentRequests is 4, allowed are 1 to 3",
                "maxUnconfirmed=many | maxUnconfirmed is 'many', allowed is a whole number",
                "delay=abc | delay is 'abc', allowed is a time such as 30s, 5m or PT5M, or a number",
                "delay=0 | delay is PT0S, allowed is more than zero",
                "limit=101 | limit 101 is not possible: 1 to 100",
                "sandbox=perhaps | sandbox is 'perhaps', allowed are true and false",
                "baseUrl=localhost:8080 | baseUrl is 'localhost:8080', allowed is http:// or https:// with a host",
                "baseUrl=example.com&region=NA | baseUrl is 'example.com', allowed is http:// or https:// with a host, a port and a path if need be, no user and no query, for example https://sellingpartnerapi-na.amazon.com",
                "baseUrl=https://user:word@b | baseUrl is 'https://***@b', allowed is",
                "tokenUrl=api.amazon.com/auth | tokenUrl is 'api.amazon.com/auth', allowed is http:// or https://",
                "tokenUrl=ftp://host/token | tokenUrl is 'ftp://host/token', allowed is http:// or https://",
                "tokenUrl=https://api.amazon.com | tokenUrl has no path. Amazon's is https://api.amazon.com/auth/o2/token",
                "maxUnconfirmed=0 | maxUnconfirmed is 0, allowed is 1 or more",
                "lookback=PT-1H | lookback is PT-1H, allowed is zero or more",
                "confirmTimeout=0 | confirmTimeout is PT0S, allowed is more than zero",
                "lookbak=2h | amazonvendor has no option 'lookbak'. Do you mean lookback?",
                "refreshTokn=x | amazonvendor has no option 'refreshTokn'. Do you mean refreshToken?",
                "colour=red | amazonvendor has no option 'colour'. It has account, ",
            })
    void optionIsNamedWithWhatIsAllowed(String option, String message) {
        assertThat(startFails(setup -> {}, option)).startsWith(message);
    }

    @Test
    void missingOptionsAreNamed() {
        assertThat(startFails(shared -> shared.setRefreshToken(null), "region=EU"))
                .contains("amazonvendor needs the option refreshToken");
        assertThat(startFails(shared -> shared.setClientSecret(" "), "region=EU"))
                .contains("amazonvendor needs the option clientSecret");
        assertThat(startFails(shared -> shared.setAccount(null), "region=EU"))
                .contains("account is missing on amazonvendor: give the account an id of your choice");
    }

    private String startFails(Consumer<AmazonVendorConfiguration> shared, String option) {
        DefaultCamelContext camel = vendor.camel(setup -> shared.accept(
                setup.getComponent("amazonvendor", AmazonVendorComponent.class).getConfiguration()));
        String own = "(?<=[?&])" + option.replaceAll("=.*", "=") + "[^&]*";
        String replaced = STATUS.replaceAll(own, option);
        String uri = replaced.equals(STATUS) ? STATUS + "&" + option : replaced;
        Throwable failure = catchThrowable(() -> route(camel, rb -> rb.from(uri).to("mock:never")));
        assertNoSecret(List.of(ExceptionHelper.stackTraceToString(failure)));
        return misfit(failure);
    }

    /** However Camel wraps it and repeats the text: one exception of this type says it once. */
    private static String misfit(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IllegalArgumentException.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no word of an option", failure))
                .getMessage();
    }
}
