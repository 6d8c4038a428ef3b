/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which property a message is about. */
class RouteOptionsTest {
    private final RouteOptions options = new RouteOptions(List.of(
            new RouteOptions.Option("amazon", "delay", "amazon.delay", "2s"),
            new RouteOptions.Option("amazon", "account", "amazon.account", "acme-de"),
            new RouteOptions.Option("amazon", "lookback", "amazon.lookback", ""),
            new RouteOptions.Option("amazon", "stateStore", "hub.state-file", "data/acme-de/state.db")));

    @Test
    void theOptionNamedFirstWhateverItIsComparedWith() {
        assertThat(options.propertyMeantBy("lookback is PT2M, less than the delay of account 'acme-de'"))
                .hasValue("amazon.lookback");
    }

    @Test
    void theOneWhoseValueTheMessageHoldsIfNoneIsNamedAndTheLongestOfThem() {
        assertThat(options.propertyMeantBy("disk full: /srv/data/acme-de/state.db-journal"))
                .hasValue("hub.state-file");
    }

    @Test
    void ofTheRouteThatFailedSinceOthersHaveAnOptionOfThatNameToo() {
        RouteOptions both = new RouteOptions(List.of(
                new RouteOptions.Option("amazon", "account", "amazon.account", ""),
                new RouteOptions.Option("pos", "account", "pos.account", "")));
        assertThat(both.ofRoute("pos").propertyMeantBy("account is ''")).hasValue("pos.account");
    }

    @Test
    void ofSeveralRoutesTheOneWhoseValueTheMessageHoldsOrThatHasNone() {
        RouteOptions both = new RouteOptions(List.of(
                new RouteOptions.Option("amazon", "account", "amazon.account", "acme-de"),
                new RouteOptions.Option("pos", "account", "pos.account", ""),
                new RouteOptions.Option("amazon", "startFrom", "amazon.start-from", "P90D"),
                new RouteOptions.Option("pos", "startFrom", "pos.start-from", "soon")));
        assertThat(both.propertyMeantBy("startFrom is 'soon'")).hasValue("pos.start-from");
        assertThat(both.propertyMeantBy("pos needs the option account")).hasValue("pos.account");
    }

    @Test
    void partOfAWordIsNotMeant() {
        assertThat(options.propertyMeantBy("accountants have delayed 12s")).isEmpty();
    }
}
