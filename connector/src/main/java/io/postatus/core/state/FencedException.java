/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.state;

/** Somebody else holds the stream now: nothing was written. The poll ends; what it told may be told once more. */
public class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FencedException(Lease lease) {
        super("Stream " + lease.stream() + " is no longer held in epoch " + lease.epoch()
                + ": another poll took it over, nothing was written and this poll ends");
    }
}
