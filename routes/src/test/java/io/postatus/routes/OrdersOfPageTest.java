/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class OrdersOfPageTest {
    private final OrdersOfPage page = new OrdersOfPage();

    @Test
    void ordersKeepFieldsThatNobodyKnowsYet() throws Exception {
        assertThat(page.orders("{\"payload\":{\"ordersStatus\":[{\"purchaseOrderNumber\":\"A\",\"new\":1}]}}"))
                .singleElement()
                .hasToString("{\"purchaseOrderNumber\":\"A\",\"new\":1}");
    }

    @Test
    void aPageMayBeEmpty() throws Exception {
        assertThat(page.orders("{\"payload\":{\"pagination\":{\"nextToken\":\"t\"},\"ordersStatus\":[]}}"))
                .isEmpty();
        assertThat(page.orders("{\"payload\":{\"pagination\":{\"nextToken\":\"t\"}}}"))
                .isEmpty();
    }

    @Test
    void whatIsNoListOfOrdersIsNotTakenForAnEmptyOne() {
        assertThatThrownBy(() -> page.orders("{\"payload\":{\"ordersStatus\":{\"purchaseOrderNumber\":\"A\"}}}"))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> page.orders("<html>")).isInstanceOf(JsonProcessingException.class);
    }
}
