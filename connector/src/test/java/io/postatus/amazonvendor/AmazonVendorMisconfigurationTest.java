/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.amazonvendor;

import static io.postatus.amazonvendor.TestVendor.STATUS;
import static io.postatus.amazonvendor.TestVendor.assertNoSecret;
import static io.postatus.amazonvendor.TestVendor.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.impl.DefaultCamelContext;
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
                "concurrentRequests=0 | concurrentRequests is 0, allowed is 1 or more",
                "maxUnconfirmed=0 | maxUnconfirmed is 0, allowed is 1 or more",
                "lookback=PT-1H | lookback is PT-1H, allowed is zero or more",
                "confirmTimeout=0 | confirmTimeout is PT0S, allowed is more than zero",
                "lookbak=2h | amazonvendor has no option 'lookbak'. Do you mean lookback?",
                "refreshTokn=x | amazonvendor has no option 'refreshTokn'. Do you mean refreshToken?",
                "colour=red | amazonvendor has no option 'colour'. It has account, ",
            })
    void optionIsNamedWithWhatIsAllowed(String option, String message) {
        assertThat(startFails(setup -> {}, option)).contains(message);
    }

    @Test
    void missingOptionsAreNamed() {
        assertThat(startFails(shared -> shared.setRefreshToken(null), ""))
                .contains("amazonvendor needs the option refreshToken");
        assertThat(startFails(shared -> shared.setClientSecret(" "), ""))
                .contains("amazonvendor needs the option clientSecret");
        assertThat(startFails(shared -> shared.setAccount(null), ""))
                .contains("account is missing on amazonvendor: give the account an id of your choice");
    }

    private String startFails(Consumer<AmazonVendorConfiguration> shared, String option) {
        DefaultCamelContext camel = vendor.camel(setup -> shared.accept(
                setup.getComponent("amazonvendor", AmazonVendorComponent.class).getConfiguration()));
        String uri = option.startsWith("startFrom")
                ? STATUS.replace("startFrom=PT1H", option)
                : STATUS + (option.isEmpty() ? "" : "&" + option);
        Throwable failure = catchThrowable(() -> route(camel, rb -> rb.from(uri).to("mock:never")));
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertNoSecret(List.of(text.toString()));
        return text.toString();
    }
}
