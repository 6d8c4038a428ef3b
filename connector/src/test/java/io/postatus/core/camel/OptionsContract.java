/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work fails at start, in words that name the option and what is allowed, before anything is asked. */
interface OptionsContract extends RimFixture {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startFrom=yesterday | startFrom is 'yesterday', allowed are now, a duration back from now such as P90D",
                "stateStore=redis:orders | stateStore is 'redis:orders', allowed are memory and sqlite:PATH, the path of a file",
                "initialState=forget | initialState is 'forget', allowed are tell, prime",
                "concurrentRequests=0 | concurrentRequests is 0, allowed is 1 or more",
                "maxUnconfirmed=0 | maxUnconfirmed is 0, allowed is 1 or more",
                "lookback=PT-1H | lookback is PT-1H, allowed is zero or more",
                "confirmTimeout=0 | confirmTimeout is PT0S, allowed is more than zero",
                "lookbak=2h | SCHEME has no option 'lookbak'. Do you mean lookback?",
                "colour=red | SCHEME has no option 'colour'. It has account, ",
            })
    default void optionIsNamedWithWhatIsAllowed(String option, String message) {
        assertThat(startFails(vendor().options(), option)).contains(message.replace("SCHEME", vendor().scheme()));
    }

    @Test
    default void missingOptionsAreNamed() {
        for (String credential : vendor().credentials().keySet()) {
            Map<String, String> blank = vendor().options();
            blank.put(credential, " ");
            assertThat(startFails(without(credential), ""))
                    .contains(vendor().scheme() + " needs the option " + credential);
            assertThat(startFails(blank, "")).contains(vendor().scheme() + " needs the option " + credential);
        }
        assertThat(startFails(without("account"), ""))
                .contains("account is missing on " + vendor().scheme() + ": give the account an id of your choice");
    }

    private Map<String, String> without(String option) {
        Map<String, String> options = vendor().options();
        options.remove(option);
        return options;
    }

    /** Nothing was asked, and no secret is in what is said. */
    private String startFails(Map<String, String> options, String option) {
        DefaultCamelContext camel = vendor().camel(options, setup -> {});
        String uri = option.startsWith("startFrom")
                ? vendor().status().replace("startFrom=PT1H", option)
                : vendor().status() + (option.isEmpty() ? "" : "&" + option);
        Throwable failure = catchThrowable(() -> poll(camel, uri));
        assertThat(failure).isNotNull();
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        vendor().assertNoSecret(List.of(text.toString()));
        assertThat(vendor().requests()).isEmpty();
        return text.toString();
    }
}
