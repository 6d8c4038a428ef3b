/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can go wrong, by name. Sections are those of the Amazon reference from which the simulator was written. */
public enum Fault {
    /** 429 although the bucket is not empty: the service may refuse below its stated limit (section 9). */
    RATE_LIMITED,
    /** 500 with the service's own error body (section 8). */
    INTERNAL_ERROR,
    /** 503 with the service's own error body: overload or maintenance (section 8). */
    UNAVAILABLE,
    /** 503 with an HTML body, as gateways send it (section 8). */
    UNAVAILABLE_WITHOUT_JSON,
    /** The connection is reset before any answer (section 11). */
    CONNECTION_RESET,
    /** The connection is closed in the middle of the body. */
    TRUNCATED_BODY,
    /** The body arrives byte by byte, {@code delay} apart; 100 ms unless said. */
    SLOW_DRIP,
    /** The answer comes {@code delay} late; 1 s unless said (section 11). */
    LATENCY,
    /** A page without rows but with a token; no row is lost (section 5.5). */
    EMPTY_PAGE_WITH_TOKEN,
    /** 400 in the middle of a run of pages that vanishes on repetition; any page after the first unless said (5.5). */
    TRANSIENT_BAD_REQUEST,
    /** A page answers with the token that asked for it, so that a trusting client never ends (sections 5.5, 10). */
    REPEATED_TOKEN,
    /** A list leaves out the named orders, else the first row of the page; by number they are found (section 5.5). */
    ROWS_LEFT_OUT,
    /** 403: the access token has expired, before its time (sections 3.4, 8). */
    EXPIRED_TOKEN,
    /** 403: the access token is revoked, malformed or invalid (section 8). */
    REVOKED_TOKEN,
    /** 403: the client secret is older than 180 days; token requests still succeed (section 8). */
    EXPIRED_SECRET,
    /** 403 without details, on every call for a while, cured by itself (section 8). */
    ACCESS_DENIED,
    /** New versions become visible {@code delay} after their timestamps; 30 minutes unless said (sections 11, 12). */
    LATE_VISIBILITY,
    /** A receipt does not move the date of the last update; on unless the builder says otherwise (section 5.4). */
    SILENT_RECEIPT,
    /** Before the answer the order changed last returns to its earlier state, with a new date of update (section 7). */
    FLIP_BACK,
    /** As {@link #FLIP_BACK}, but the date of update is the earlier one, too. */
    FLIP_BACK_SILENT,
    /** POS: a change does not move the date of the last update. */
    SILENT_CHANGE,
    /** Named query parameters have no effect; {@code purchaseOrderStatus, updatedAfter} unless said (section 12). */
    IGNORED_FILTER,
    /** POS: this Search has its rows in an order drawn by lot, whatever was asked. */
    ROW_ORDER_MOVES,
    /** POS: named counts of a Search are one too high; {@code Records} unless said, {@code TotalPages} is the other. */
    WRONG_RECORDS,
    /** POS: 200 with a list of errors, as an old version said it. */
    ERROR_IN_OK,
    /** Ascending order with an open range gives 400, as for some vendor accounts (section 5.2). */
    ASCENDING_REFUSED,
    /** Named words have a value that no document knows; {@code purchaseOrderStatus} unless said (section 11). */
    UNKNOWN_WORDS,
    /** Every object has a field that no document knows (section 11). */
    UNKNOWN_FIELDS,
    /** Named fields are left out; {@code lastUpdatedDate, receivingStatus} unless said (sections 5.3, 11). */
    MISSING_FIELDS,
    /** {@code CASES} and {@code EACHES}, as in one of the service's own samples (section 11). */
    UPPERCASE_UNITS,
    /** Numbers stand where words are documented. */
    NUMBERS_FOR_ENUMS,
    /** The answer begins with a byte order mark. */
    BOM,
    /** 302 to the same server under another host name: who follows takes the access token along. */
    REDIRECT,
    /** A small compressed body that becomes 256 MiB of white space. */
    GZIP_BOMB,
    /** Answers do not tell the rate (section 9). */
    NO_RATE_LIMIT_HEADER,
    /** An acknowledgement is applied but its transaction says Processing for ever (section 6.4). */
    STUCK_TRANSACTION,
    /** A list shows the world of {@code delay} ago; one hour unless said (Partner Center, section 14). */
    STALE_LIST,
    /** The next link is absolute and names another host: who follows takes the token along (Partner Center, 15). */
    FOREIGN_NEXT_LINK,
    /** An order that exists is not found by its id yet (Partner Center, section 14). */
    NOT_YET_FOUND,
    /** 401 with code 900421 for a token of app and user (Partner Center, section 2.5). */
    MFA_REQUIRED,
    /** The older refusal: 401 without a body (Partner Center, section 2.5). */
    MFA_REQUIRED_WITHOUT_BODY,
    /** Error codes are numbers (Partner Center, section 13). */
    NUMERIC_ERROR_CODES,
    /** {@code Retry-After} is a date (Partner Center, section 12). */
    RETRY_AFTER_AS_DATE,
    /** Dates have an offset instead of Z (Partner Center, section 4). */
    OFFSET_DATES,
    /** Named fields are null; {@code billingCycle, currencyCode} unless said (Partner Center, section 4). */
    NULL_FIELDS,
    /** The type of the content does not tell its charset (Partner Center, section 3). */
    NO_CHARSET,
    /** The token endpoint answers 500 (section 3.3). */
    TOKEN_INTERNAL_ERROR,
    /** The token endpoint answers 503 (section 3.3). */
    TOKEN_UNAVAILABLE,
    /** The token endpoint answers 400 invalid_grant: the refresh token was revoked (section 3.3). */
    INVALID_GRANT,
    /** The token endpoint answers 401 invalid_client: the secret was rotated away (section 3.3). */
    INVALID_CLIENT;

    /** The name in kebab case, as on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault with the given kebab-case name. */
    public static Fault of(String id) {
        return Arrays.stream(values())
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown fault " + id + "; known are " + allIds()));
    }

    /** All names, for messages. */
    static String allIds() {
        return Arrays.stream(values()).map(Fault::id).collect(Collectors.joining(", "));
    }
}
