/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.http;

/**
 * What a rate budget has done and stands at.
 *
 * @param granted   turns given since the start
 * @param refused   answers 429 since the start; 0 is the aim
 * @param perSecond the rate of now
 * @param waiting   requests in the queue
 * @param sending   requests between grant and answer
 */
public record RateFigures(long granted, long refused, double perSecond, int waiting, int sending) {

    /** Of two budgets together. */
    RateFigures plus(RateFigures other) {
        return new RateFigures(
                granted + other.granted,
                refused + other.refused,
                perSecond + other.perSecond,
                waiting + other.waiting,
                sending + other.sending);
    }
}
