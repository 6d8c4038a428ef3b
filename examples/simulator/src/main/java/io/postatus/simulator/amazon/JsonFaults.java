/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import static io.postatus.simulator.JsonTree.each;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.util.List;
import java.util.Locale;

/** Documents that keep less than they promise: other words, other fields, other types. */
final class JsonFaults {
    private static final String[] WORDS = {
        "purchaseOrderStatus", "purchaseOrderState", "confirmationStatus", "receiveStatus", "unitOfMeasure", "status"
    };

    private final Faults faults;

    JsonFaults(Faults faults) {
        this.faults = faults;
    }

    void spoil(ObjectNode document, Occasion occasion) {
        faults.striking(Fault.UNKNOWN_WORDS, occasion)
                .ifPresent(rule -> unknownWords(document, rule.namesOr("purchaseOrderStatus")));
        if (faults.strikes(Fault.UPPERCASE_UNITS, occasion)) {
            uppercaseUnits(document);
        }
        faults.striking(Fault.NUMBERS_FOR_ENUMS, occasion).ifPresent(rule -> numbers(document, rule.namesOr(WORDS)));
        faults.striking(Fault.MISSING_FIELDS, occasion)
                .ifPresent(rule ->
                        each(document, object -> object.remove(rule.namesOr("lastUpdatedDate", "receivingStatus"))));
        if (faults.strikes(Fault.UNKNOWN_FIELDS, occasion)) {
            each(document, object -> object.putObject("futureField").put("futureWord", "SOMETHING_NEW"));
        }
    }

    private static void unknownWords(ObjectNode document, List<String> names) {
        each(document, object -> names.stream()
                .filter(name -> object.path(name).isTextual())
                .forEach(name -> object.put(name, "SOMETHING_NEW")));
    }

    private static void uppercaseUnits(ObjectNode document) {
        each(document, object -> {
            if (object.path("unitOfMeasure") instanceof TextNode unit) {
                object.put("unitOfMeasure", unit.asText().toUpperCase(Locale.ROOT));
            }
        });
    }

    private static void numbers(ObjectNode document, List<String> names) {
        each(document, object -> names.stream()
                .filter(name -> object.path(name).isTextual())
                .forEach(name -> object.put(name, object.path(name).asText().length())));
    }
}
