/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.partnercenter;

import static io.postatus.simulator.JsonTree.each;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.postatus.simulator.Fault;
import io.postatus.simulator.Faults;
import io.postatus.simulator.Occasion;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Documents that keep less than they promise: other words, other fields, other types. */
final class JsonFaults {
    private static final String[] WORDS = {"status", "billingCycle", "transactionType", "relationshipToPartner"};
    private static final String[] DISPENSABLE = {"billingCycle", "currencyCode"};
    private static final String[] DATES = {"creationDate", "operationDate"};

    private final Faults faults;

    JsonFaults(Faults faults) {
        this.faults = faults;
    }

    void spoil(ObjectNode document, Occasion occasion) {
        faults.striking(Fault.UNKNOWN_WORDS, occasion)
                .ifPresent(rule ->
                        texts(document, rule.namesOr("status"), (object, name) -> object.put(name, "something_new")));
        faults.striking(Fault.NUMBERS_FOR_ENUMS, occasion)
                .ifPresent(rule -> texts(
                        document,
                        rule.namesOr(WORDS),
                        (object, name) ->
                                object.put(name, object.path(name).asText().length())));
        faults.striking(Fault.OFFSET_DATES, occasion)
                .ifPresent(rule -> texts(document, rule.namesOr(DATES), JsonFaults::shift));
        faults.striking(Fault.MISSING_FIELDS, occasion)
                .ifPresent(rule -> each(document, object -> object.remove(rule.namesOr(DISPENSABLE))));
        faults.striking(Fault.NULL_FIELDS, occasion)
                .ifPresent(rule -> each(document, object -> rule.namesOr(DISPENSABLE).stream()
                        .filter(object::has)
                        .forEach(object::putNull)));
        if (faults.strikes(Fault.UNKNOWN_FIELDS, occasion)) {
            each(document, object -> object.putObject("futureField").put("futureWord", "something_new"));
        }
    }

    private interface Change {
        void of(ObjectNode object, String name);
    }

    private static void texts(ObjectNode document, List<String> names, Change change) {
        each(document, object -> names.stream()
                .filter(name -> object.path(name).isTextual())
                .forEach(name -> change.of(object, name)));
    }

    /** The same instant, eight hours behind Greenwich, as in real documents. */
    private static void shift(ObjectNode object, String name) {
        OffsetDateTime at = OffsetDateTime.parse(object.path(name).asText());
        object.put(name, at.withOffsetSameInstant(ZoneOffset.ofHours(-8)).toString());
    }
}
