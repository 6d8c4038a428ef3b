/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

import java.util.concurrent.TimeUnit;

/**
 * The rate of now: what is configured, lowered by what the service reports and by what it refused.
 * <ul>
 * <li>A report below the rate counts at once, one above it only when given three times in a row: a single odd answer
 * must not make us faster. Never above the configured rate: that may be this process' share of what the report is about.
 * <li>A refusal halves, down to a tenth; every ten seconds a twentieth of the full rate comes back.
 * </ul>
 * Pure arithmetic on nanoseconds; guarded by its owner.
 */
final class AdaptiveRate {

    /** Our clock may run faster than the service's. */
    private static final double CLOCK_DRIFT = 0.998;

    private static final int CONFIRMATIONS = 3;
    private static final double FLOOR = 0.1;
    private static final double STEP = 0.05;
    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final double configured;
    private double ceiling;
    private double last;
    private int inARow;
    private double factor = 1;
    private long factorSince;

    AdaptiveRate(double configured) {
        this.configured = configured;
        this.ceiling = configured;
    }

    double at(long now) {
        return CLOCK_DRIFT * ceiling * factorAt(now);
    }

    /** Answers whether the rate went down. */
    boolean reported(double perSecond) {
        double wanted = Math.min(configured, perSecond);
        inARow = wanted == last ? inARow + 1 : 1;
        last = wanted;
        double before = ceiling;
        ceiling = inARow < CONFIRMATIONS ? Math.min(before, wanted) : wanted;
        return ceiling < before;
    }

    void halve(long now) {
        factor = Math.max(FLOOR, factorAt(now) / 2);
        factorSince = now;
    }

    private double factorAt(long now) {
        long steps = Math.max(0, now - factorSince) / STEP_NANOS;
        return Math.min(1, factor + steps * STEP);
    }
}
