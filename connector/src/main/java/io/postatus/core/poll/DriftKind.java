/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

/** In which way a service departs from what it documents. */
public enum DriftKind {
    UNKNOWN_WORD(
            "unknown-word",
            "has a status word that is not in the connector's table",
            "It is told all the same, the service's word beside the canonical status. Report the word, so that the table"
                    + " can be extended; until then decide by vendorStatus and vendorStatuses."),
    UNKNOWN_FIELD(
            "unknown-field",
            "has a field that the connector does not know",
            "It is told all the same: the field is in the document, and counts among the changes. Read it from there if"
                    + " you need it, and report it."),
    MISSING_FIELD(
            "missing-field",
            "lacks a field that should always be there",
            "It is told all the same, and what was known of the field stays. If it lasts, ask the service whether"
                    + " it is still to be expected.");

    private final String word;
    final String what;
    final String advice;

    DriftKind(String word, String what, String advice) {
        this.word = word;
        this.what = what;
        this.advice = advice;
    }

    /** The word as reports carry it. */
    @Override
    public String toString() {
        return word;
    }
}
