/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import io.postatus.simulator.Call;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which operation a request calls.
 *
 * @param arguments what the path names: tenant; customer, order, attachment; audit record
 */
record Route(PartnerCenterOperation operation, List<String> arguments) {
    static final String VERSION = "/v1";
    static final String TOKEN_V1 = "/oauth2/token";
    static final String TOKEN_V2 = "/oauth2/v2.0/token";
    private static final String AUDIT_ACTIVITY = "/auditactivity";

    static boolean serves(String path) {
        return path.startsWith(VERSION + "/")
                || path.startsWith(AUDIT_ACTIVITY + "/")
                || path.matches("/[^/]+/oauth2/.*");
    }

    /** The operation, or {@code null} for a path or method that Partner Center does not know. */
    static Route of(Call call) {
        String path = call.path();
        boolean post = call.method().equals("POST");
        if (path.endsWith(TOKEN_V1) || path.endsWith(TOKEN_V2)) {
            List<String> words = words(path);
            return post ? new Route(PartnerCenterOperation.TOKEN, List.of(words.get(0))) : null;
        }
        if (path.startsWith(AUDIT_ACTIVITY + VERSION + "/auditrecords/")) {
            return new Route(
                    PartnerCenterOperation.GET_AUDIT_RECORD, words(path).subList(3, 4));
        }
        if (!path.startsWith(VERSION + "/")) {
            return null;
        }
        List<String> words = words(path.substring(VERSION.length()));
        if (post) {
            return writing(words);
        }
        return call.method().equals("GET") ? reading(words) : null;
    }

    String argument(int place) {
        return arguments.get(place);
    }

    /** The old form of the token endpoint. */
    static boolean firstVersion(Call call) {
        return call.path().endsWith(TOKEN_V1);
    }

    private static Route writing(List<String> words) {
        return pattern(words).equals("customers/*/orders/*/attachment")
                ? new Route(PartnerCenterOperation.UPLOAD_ATTACHMENT, List.of(words.get(1), words.get(3)))
                : null;
    }

    private static Route reading(List<String> words) {
        PartnerCenterOperation operation =
                switch (pattern(words)) {
                    case "customers" -> PartnerCenterOperation.LIST_CUSTOMERS;
                    case "customers/*" -> PartnerCenterOperation.GET_CUSTOMER;
                    case "customers/*/orders" -> PartnerCenterOperation.LIST_ORDERS;
                    case "customers/*/orders/*" -> PartnerCenterOperation.GET_ORDER;
                    case "customers/*/orders/*/provisioningstatus" -> PartnerCenterOperation.GET_PROVISIONING_STATUS;
                    case "customers/*/orders/*/attachments" -> PartnerCenterOperation.LIST_ATTACHMENTS;
                    case "customers/*/orders/*/attachment/*" -> PartnerCenterOperation.GET_ATTACHMENT;
                    case "auditrecords" -> PartnerCenterOperation.LIST_AUDIT_RECORDS;
                    default -> null;
                };
        return operation == null ? null : new Route(operation, everySecond(words));
    }

    /** Every second word of a path is a name and counts for any. */
    private static String pattern(List<String> words) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            pattern.append(i == 0 ? "" : "/").append(i % 2 == 1 ? "*" : words.get(i));
        }
        return pattern.toString();
    }

    private static List<String> everySecond(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(words::get)
                .toList();
    }

    /** An empty word stays a word: {@code /v1//customers} is no path of the service. */
    private static List<String> words(String path) {
        return Arrays.asList(path.substring(1).split("/", -1));
    }
}
