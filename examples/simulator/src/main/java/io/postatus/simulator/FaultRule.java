/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** One fault that is switched on, and its limits. Limits may be narrowed right after it was switched on. */
public final class FaultRule {
    private final Fault fault;
    private long remaining;
    private double probability = 1;
    private Operation operation;
    private String account;
    private int page;
    private Duration delay;
    private Duration retryAfter;
    private List<String> names = List.of();

    FaultRule(Fault fault, long remaining) {
        this.fault = fault;
        this.remaining = remaining;
    }

    /** Strikes this many times, then never again. */
    public synchronized FaultRule times(int count) {
        remaining = count;
        return this;
    }

    /** Strikes each time with this probability, drawn from the seed. */
    public synchronized FaultRule probability(double share) {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("probability " + share + " is not between 0 and 1");
        }
        probability = share;
        return this;
    }

    /** Strikes only this operation; without it, every one that is not {@linkplain Operation#apart() apart}. */
    public synchronized FaultRule forOperation(Operation only) {
        operation = only;
        return this;
    }

    /** Strikes only this account. */
    public synchronized FaultRule forAccount(String only) {
        account = only;
        return this;
    }

    /** Strikes only the page with this number, from 1. */
    public synchronized FaultRule onPage(int number) {
        page = number;
        return this;
    }

    /** How late or how slow, for the faults that say so. */
    public synchronized FaultRule delay(Duration duration) {
        delay = duration;
        return this;
    }

    /** Adds a {@code Retry-After} header to a refusal, or says another wait where the service documents one. */
    public synchronized FaultRule retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    /** Which fields or parameters, for the faults that say so. */
    public synchronized FaultRule names(String... chosen) {
        names = List.of(chosen);
        return this;
    }

    Fault fault() {
        return fault;
    }

    /** The chosen delay. */
    public synchronized Duration delayOr(Duration otherwise) {
        return delay == null ? otherwise : delay;
    }

    /** The chosen wait, or {@code null}. */
    public synchronized Duration retryAfter() {
        return retryAfter;
    }

    /** The answer with the chosen wait as its {@code Retry-After}, if one was chosen. */
    public Answer advised(Answer answer) {
        Duration wait = retryAfter();
        return wait == null ? answer : answer.withHeader("Retry-After", Long.toString(wait.toSeconds()));
    }

    /** The chosen names. */
    public synchronized List<String> namesOr(String... otherwise) {
        return names.isEmpty() ? List.of(otherwise) : names;
    }

    /** Whether the rule strikes now; if so, one of its times is used up. */
    synchronized boolean strikes(Occasion occasion, RandomGenerator random) {
        if (remaining == 0 || !fits(occasion) || (probability < 1 && random.nextDouble() >= probability)) {
            return false;
        }
        remaining--;
        return true;
    }

    private boolean fits(Occasion occasion) {
        return (operation == null ? !occasion.apart() : operation.equals(occasion.operation()))
                && (account == null || account.equals(occasion.account()))
                && (page == 0 || page == occasion.page());
    }
}
