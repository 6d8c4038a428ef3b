/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ExceptionHelper;
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
                "stateStore=redis:orders | stateStore is 'redis:orders', allowed are memory, sqlite:PATH, the path of a file, and #NAME, the name of a javax.sql.DataSource bean for PostgreSQL",
                "stateStore=#orders | stateStore is '#orders', but the registry has no bean of that name; allowed are memory, sqlite:PATH",
                "stateStore=jdbc:postgresql://pat:c4nary@db/orders | stateStore is 'jdbc:***', allowed are memory, sqlite:PATH",
                "initialState=forget | initialState is 'forget', allowed are tell, prime",
                "startFrom=2999-01-01T00:00:00Z | startFrom is '2999-01-01T00:00:00Z', allowed are now, a duration back from now",
                "startFrom=-P2D | startFrom is '-P2D', allowed are now, a duration back from now",
                "concurrentRequests=0 | concurrentRequests is 0, allowed are 1 to 3",
                "concurrentRequests=4 | concurrentRequests is 4, allowed are 1 to 3",
                "maxUnconfirmed=many | maxUnconfirmed is 'many', allowed is a whole number",
                "delay=abc | delay is 'abc', allowed is a time such as 30s, 5m or PT5M, or a number",
                "delay=0 | delay is PT0S, allowed is more than zero",
                "baseUrl=localhost:8080 | baseUrl is 'localhost:8080', allowed is http:// or https:// with a host",
                "baseUrl=https://user:word@b | baseUrl is 'https://***@b', allowed is",
                "maxUnconfirmed=0 | maxUnconfirmed is 0, allowed is 1 or more",
                "safetyLag=PT-1H | safetyLag is PT-1H, allowed is zero or more",
                "confirmTimeout=0 | confirmTimeout is PT0S, allowed is more than zero",
                "quietThreshold=PT-1H | quietThreshold is PT-1H, allowed is zero, which switches it off, or more",
                "horizonThreshold=1 | horizonThreshold is PT0.001S, allowed is zero, which switches it off, or more than PT0.",
                "safetyLg=2h | SCHEME has no option 'safetyLg'. Do you mean safetyLag?",
                "flavour=plum | SCHEME has no option 'flavour'. It has account, ",
            })
    default void optionIsNamedWithWhatIsAllowed(String option, String message) {
        assertThat(startFails(vendor().options(), option)).startsWith(message.replace("SCHEME", vendor().scheme()));
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
        String own = "(?<=[?&])" + option.replaceAll("=.*", "=") + "[^&]*";
        String status = vendor().status();
        String replaced = option.isEmpty() ? status : status.replaceAll(own, option);
        String uri = option.isEmpty() || !replaced.equals(status) ? replaced : status + "&" + option;
        Throwable failure = catchThrowable(() -> poll(camel, uri));
        vendor().assertNoSecret(List.of(ExceptionHelper.stackTraceToString(failure)));
        assertThat(vendor().requests()).isEmpty();
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
