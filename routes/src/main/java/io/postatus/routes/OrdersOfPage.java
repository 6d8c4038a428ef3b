/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postatus.amazonvendor.wire.StatusPage;
import java.util.List;
import org.apache.camel.Body;

/**
 * Takes an answer of getPurchaseOrdersStatus apart into its orders, each as Amazon wrote it: the typed records know the
 * fields of today only, and a field that is new tomorrow is a change, too.
 */
public final class OrdersOfPage {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** None for a page without orders. @throws JsonProcessingException if the answer is no page */
    public List<JsonNode> orders(@Body String page) throws JsonProcessingException {
        return JSON.readValue(page, StatusPage.class).orders();
    }
}
