/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How documents write what the reference leaves open. Dates bear no zone: who reads them must know it. */
record Notation(ZoneId zone, boolean numbers, DateForm dates, UnsetDate unset) {
    /** The minute on the wall of the subscriber's office. */
    LocalDateTime local(Instant at) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    }

    void date(ObjectNode json, String name, Instant at) {
        if (at != null) {
            json.put(name, dates.of(at.atZone(zone)));
            return;
        }
        switch (unset) {
            case NULL -> json.putNull(name);
            case ABSENT -> json.remove(name);
            case FIRST_OF_ALL -> json.put(name, "0001-01-01T00:00");
        }
    }

    /** A date that the place of the event sets, whatever the zone of the account. */
    void date(ObjectNode json, String name, LocalDateTime at) {
        json.put(name, DateForm.MINUTES.of(at));
    }

    /** A word made of digits is a value without a name: .NET writes such a one as a number in any case. */
    void word(ObjectNode json, String name, Vocabulary vocabulary, String word) {
        if (word.matches("\\d{1,9}")) {
            json.put(name, Integer.parseInt(word));
        } else if (numbers) {
            json.put(name, vocabulary.number(word));
        } else {
            json.put(name, word);
        }
    }
}
