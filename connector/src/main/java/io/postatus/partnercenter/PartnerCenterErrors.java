/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.core.http.ApiResponse;
import io.postatus.core.http.ForeignWords;
import io.postatus.core.http.JsonDecoding;
import java.util.Map;
import java.util.Set;

/**
 * Reads error bodies, which may be anything: codes are strings or numbers, 429 has a shape of its own, gateways send
 * HTML. A code means something only together with the status. See apis/partner-center-orders.md 2.5 and 13.
 */
final class PartnerCenterErrors {

    private static final String MFA = "900421";

    /** Refusals that concern the account as a whole: whatever else is asked, the answer would be the same. */
    private static final Set<String> DENIED = Set.of("900150", "900309", "900329", "800039", "900149", "900124");

    /** Refusals that concern the customer that was asked for: for us, its orders are not there. */
    private static final Set<String> NOT_OURS = Set.of("20002", "2032", "800073", "800074", "800075");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(MFA, "the user's sign-in lacks a second factor: have a user sign in with MFA and consent anew"),
            Map.entry("900329", "this operation speaks for a user: set refreshToken"),
            Map.entry("900309", "Conditional Access blocks the sign-in: change the policy in Entra"),
            Map.entry("900150", "the user lacks the role, which is Admin agent"),
            Map.entry("900308", "the application or user lacks privileges for this customer"),
            Map.entry("900124", "the Microsoft Partner Agreement is not accepted: accept it in Partner Center"),
            Map.entry("800039", "the reseller is not active: see Partner Center"),
            Map.entry("900149", "the program is not active: see Partner Center"),
            Map.entry("20002", "the customer has no relationship with this partner, or no longer"),
            Map.entry("2032", "the relationship with the customer, or the application's role, gives no access to this"),
            Map.entry("800073", "Microsoft is reviewing the customer"),
            Map.entry("800074", "Microsoft is reviewing the customer"),
            Map.entry("800075", "Microsoft did not approve the customer"),
            Map.entry("900118", "check the customer's id"),
            Map.entry("900252", "a purchase order document is wanted: send it as the body"),
            Map.entry("900253", "an order of a tender wants tenderLink"),
            Map.entry("900254", "customerPrice and currency are wanted"));

    private static final String UNEXPLAINED_401 =
            "no reason is given: if the account speaks for a user, the sign-in may"
                    + " lack a second factor, so have a user sign in with MFA and consent anew; else check cloud and resource";

    private PartnerCenterErrors() {}

    /** Whether a fresh access token may cure it. A second factor it does not bring. */
    static boolean tokenExpired(ApiResponse response) {
        return response.status() == 401 && !MFA.equals(code(response));
    }

    static boolean accessDenied(ApiResponse response) {
        return response.status() == 401 || response.status() == 403 && DENIED.contains(code(response));
    }

    static boolean notFound(ApiResponse response) {
        return response.status() == 404 || response.status() == 403 && NOT_OURS.contains(code(response));
    }

    /** Code and description, and what to do. */
    static String text(ApiResponse response) {
        JsonNode body = JsonDecoding.lenient(response);
        String code = code(response);
        String said = body.path("description").asText(body.path("message").asText(""));
        String todo = ADVICE.getOrDefault(code, response.status() == 401 ? UNEXPLAINED_401 : "");
        return ForeignWords.joined("; ", code + " " + said, todo);
    }

    /** The service's code, as text; empty if there is none. */
    private static String code(ApiResponse response) {
        return JsonDecoding.lenient(response).path("code").asText("");
    }
}
