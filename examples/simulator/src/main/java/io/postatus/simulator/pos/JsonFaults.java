/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import static io.postatus.simulator.JsonTree.each;

import com.fasterxml.jackson.databind.JsonNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.util.List;
import java.util.Map;

/** Documents that keep less than they promise: other words, other fields, other types. */
final class JsonFaults {
    private static final int UNHEARD_OF = 4711;
    private static final Map<String, Vocabulary> WORDS = Map.of(
            "POType", Vocabulary.TYPE,
            "POStatus", Vocabulary.STATUS,
            "PaymentStatus", Vocabulary.PAYMENT_STATUS,
            "ShippingStatus", Vocabulary.SHIPPING_STATUS,
            "ShippingType", Vocabulary.SHIPPING_TYPE,
            "ShippingCarrier", Vocabulary.CARRIER,
            "ConsignmentOperation", Vocabulary.CONSIGN_OPERATION,
            "ProcessedAt", Vocabulary.PROCESSED_AT,
            "PaymentMode", Vocabulary.PAYMENT_MODE);

    private final Faults faults;

    JsonFaults(Faults faults) {
        this.faults = faults;
    }

    void spoil(JsonNode document, Occasion occasion) {
        faults.striking(Fault.UNKNOWN_WORDS, occasion)
                .ifPresent(rule -> unknownWords(document, rule.namesOr("POStatus")));
        faults.striking(Fault.NUMBERS_FOR_ENUMS, occasion)
                .ifPresent(rule -> numbers(document, rule.namesOr(WORDS.keySet().toArray(String[]::new))));
        faults.striking(Fault.MISSING_FIELDS, occasion)
                .ifPresent(rule -> each(document, object -> object.remove(rule.namesOr("POStatus", "ShippingStatus"))));
        if (faults.strikes(Fault.UNKNOWN_FIELDS, occasion)) {
            each(document, object -> object.putObject("FutureField").put("FutureWord", "SomethingNew"));
        }
    }

    private static void unknownWords(JsonNode document, List<String> names) {
        each(
                document,
                object -> names.forEach(name -> {
                    if (object.path(name).isTextual()) {
                        object.put(name, "SomethingNew");
                    } else if (object.path(name).isNumber()) {
                        object.put(name, UNHEARD_OF);
                    }
                }));
    }

    private static void numbers(JsonNode document, List<String> names) {
        each(document, object -> names.stream()
                .filter(name -> WORDS.containsKey(name) && object.path(name).isTextual())
                .forEach(name -> object.put(
                        name, WORDS.get(name).number(object.path(name).asText()))));
    }
}
