/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator.amazon;

import java.nio.file.Path;
import java.time.Duration;

/** How the Amazon side is set up. The defaults are Amazon's documented values, or else the harder case. */
public final class AmazonOptions {
    int accounts;
    int orders;
    int days = 90;
    double changesPerMinute;
    Double rate;
    Integer burst;
    Bounds bounds = Bounds.EXCLUSIVE;
    Path sandbox;
    boolean strictUserAgent = true;
    Duration tokenLifetime = Duration.ofHours(1);
    Duration acknowledgementDelay = Duration.ofSeconds(30);

    /** How many accounts exist from the start: ACME1, ACME2, and so on. */
    public AmazonOptions accounts(int count) {
        accounts = count;
        return this;
    }

    /** How many orders each account has from the start, and over how many days before the beginning they are spread. */
    public AmazonOptions population(int count, int spread) {
        orders = count;
        days = spread;
        return this;
    }

    /** How many things happen a minute, over all accounts. */
    public AmazonOptions changesPerMinute(double changes) {
        changesPerMinute = changes;
        return this;
    }

    /** Another rate than the documented one, for every operation. */
    public AmazonOptions rate(double requestsPerSecond) {
        rate = requestsPerSecond;
        return this;
    }

    /** Another burst than the documented one, for every operation. */
    public AmazonOptions burst(int requests) {
        burst = requests;
        return this;
    }

    /** Whether the ends of a range belong to it. */
    public AmazonOptions bounds(Bounds chosen) {
        bounds = chosen;
        return this;
    }

    /** Serves Amazon's static sandbox from this file instead of the world. */
    public AmazonOptions sandbox(Path examples) {
        sandbox = examples;
        return this;
    }

    /** Whether a missing User-Agent is refused. */
    public AmazonOptions strictUserAgent(boolean strict) {
        strictUserAgent = strict;
        return this;
    }

    /** How long an access token lives. */
    public AmazonOptions tokenLifetime(Duration lifetime) {
        tokenLifetime = lifetime;
        return this;
    }

    /** How long a submitted acknowledgement is processed. */
    public AmazonOptions acknowledgementDelay(Duration delay) {
        acknowledgementDelay = delay;
        return this;
    }

    /** Orders that live by themselves need an account, whether or not one was asked for. */
    boolean alive() {
        return orders > 0 || changesPerMinute > 0;
    }
}
