/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.pos;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** How the POS side is set up. Most of it is a choice where the vendor's pages are silent. */
public final class PosOptions {
    int subscribers;
    int orders;
    int days = 90;
    double changesPerMinute;
    ZoneId zone = ZoneOffset.UTC;
    SignedPath signedPath = SignedPath.DECODED;
    RowOrder rowOrder = RowOrder.BY_NUMBER;
    EnumForm enums = EnumForm.NUMBERS_IN_ROWS;
    DateForm dates = DateForm.MINUTES;
    UnsetDate unsetDates = UnsetDate.NULL;
    NotFound notFound = NotFound.STATUS_404;
    boolean emptyRefused;
    boolean filterRequired;
    boolean endExcluded;
    boolean envelope = true;
    boolean rowHints = true;
    int pageSize = 50;
    int largestPage = 200;
    int throttleRequests;
    Duration throttleWindow = Duration.ofMinutes(1);
    boolean retryAfter = true;

    /** How many subscribers exist from the start: tickets-1, tickets-2, and so on. */
    public PosOptions subscribers(int count) {
        subscribers = count;
        return this;
    }

    /** How many orders each has from the start, and over how many days before the beginning they are spread. */
    public PosOptions population(int count, int spread) {
        orders = count;
        days = spread;
        return this;
    }

    /** How many things happen a minute, over all subscribers. */
    public PosOptions changesPerMinute(double changes) {
        changesPerMinute = changes;
        return this;
    }

    /** The zone of all dates, which no document names; UTC unless said. */
    public PosOptions zone(ZoneId chosen) {
        zone = chosen;
        return this;
    }

    /** Which reading of path and query is signed. */
    public PosOptions signedPath(SignedPath chosen) {
        signedPath = chosen;
        return this;
    }

    /** In which order rows come that nobody asked to be sorted. */
    public PosOptions rowOrder(RowOrder chosen) {
        rowOrder = chosen;
        return this;
    }

    /** Whether enumerations are names or numbers. */
    public PosOptions enums(EnumForm chosen) {
        enums = chosen;
        return this;
    }

    /** How dates are written. */
    public PosOptions dates(DateForm chosen) {
        dates = chosen;
        return this;
    }

    /** How a date is written that is not set. */
    public PosOptions unsetDates(UnsetDate chosen) {
        unsetDates = chosen;
        return this;
    }

    /** How the service says that it has no such order. */
    public PosOptions notFound(NotFound chosen) {
        notFound = chosen;
        return this;
    }

    /** Whether a Search that finds nothing is refused with 400 and {@code Result not found}. */
    public PosOptions emptyRefused(boolean refused) {
        emptyRefused = refused;
        return this;
    }

    /** Whether a Search without any property is refused, as an old endpoint did. */
    public PosOptions filterRequired(boolean required) {
        filterRequired = required;
        return this;
    }

    /** Whether {@code ToDate} itself lies outside a range of times. */
    public PosOptions endExcluded(boolean excluded) {
        endExcluded = excluded;
        return this;
    }

    /** Whether Search answers with an envelope; some help pages show the bare rows. */
    public PosOptions envelope(boolean wrapped) {
        envelope = wrapped;
        return this;
    }

    /** Whether rows have more than the seven fields that were seen, among them the order status. */
    public PosOptions rowHints(boolean more) {
        rowHints = more;
        return this;
    }

    /** The size of a page when none is asked for, and the size to which larger wishes are cut. */
    public PosOptions pageSizes(int usual, int largest) {
        pageSize = usual;
        largestPage = largest;
        return this;
    }

    /** So many requests of a subscriber in each window; 0, the default, is no limit. */
    public PosOptions throttle(int requests, Duration window) {
        throttleRequests = requests;
        throttleWindow = window;
        return this;
    }

    /** Whether a throttled request is told how long to wait. */
    public PosOptions retryAfter(boolean told) {
        retryAfter = told;
        return this;
    }

    Notation notation(boolean numbers) {
        return new Notation(zone, numbers, dates, unsetDates);
    }

    /** Orders that live by themselves need a subscriber, whether or not one was asked for. */
    boolean alive() {
        return orders > 0 || changesPerMinute > 0;
    }
}
