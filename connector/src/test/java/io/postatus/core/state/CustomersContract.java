/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who the customers are, and when each was last looked at. */
interface CustomersContract extends StateFixture {

    @Test
    default void aStreamThatWasNeverHeldHasNoCustomers() {
        assertThat(state().customers(STREAM)).isEqualTo(Customers.NONE);
    }

    @Test
    default void aListedCustomerWasNeverLookedAtBeforeItsFirstLook() {
        Lease lease = acquire("a");
        state().listed(lease, List.of("x", "y"), StateFixture.at(1));
        state().looked(lease, "x", StateFixture.at(2));

        Customers customers = state().customers(STREAM);
        assertThat(customers.listed()).isEqualTo(StateFixture.at(1));
        assertThat(customers.look("x")).isEqualTo(StateFixture.at(2));
        assertThat(customers.look("y")).isEqualTo(Customers.NEVER);
        assertThat(customers.looks()).containsOnlyKeys("x", "y");
    }

    @Test
    default void aCompleteListForgetsWhoIsNotOnItAndKeepsTheLooksOfTheOthers() {
        Lease lease = acquire("a");
        state().listed(lease, List.of("x", "y"), StateFixture.at(1));
        state().looked(lease, "x", StateFixture.at(2));
        state().listed(lease, List.of("x", "z"), StateFixture.at(3));

        assertThat(state().customers(STREAM).looks()).containsOnlyKeys("x", "z");
        assertThat(state().customers(STREAM).look("x")).isEqualTo(StateFixture.at(2));
    }

    @Test
    default void aLookNeverGoesBack() {
        Lease lease = acquire("a");
        state().looked(lease, "x", StateFixture.at(5));
        state().looked(lease, "x", StateFixture.at(4));

        assertThat(state().customers(STREAM).look("x")).isEqualTo(StateFixture.at(5));
        assertThat(state().customers(STREAM).listed()).isNull();
    }

    @Test
    default void onlyTheHolderNotesLooks() {
        Lease lease = acquire("a");
        clock().move(Duration.ofHours(1));
        acquire("b");

        assertThatThrownBy(() -> state().looked(lease, "x", StateFixture.at(1))).isInstanceOf(FencedException.class);
        assertThatThrownBy(() -> state().listed(lease, List.of("x"), StateFixture.at(1)))
                .isInstanceOf(FencedException.class);
        assertThat(state().customers(STREAM)).isEqualTo(Customers.NONE);
    }
}
