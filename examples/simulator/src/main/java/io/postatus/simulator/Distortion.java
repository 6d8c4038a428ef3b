/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.simulator;

import java.time.Duration;

/** The faults that every service shares: they spoil an answer on its way, whatever it says. */
public final class Distortion {
    private static final Duration DRIP = Duration.ofMillis(100);
    private static final Duration LATE = Duration.ofSeconds(1);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Faults faults;

    /** Spoils answers as the switchboard says. */
    public Distortion(Faults faults) {
        this.faults = faults;
    }

    /** The answer as it leaves the server. */
    public Answer of(Answer answer, Call call, Occasion occasion) {
        Answer sent = answer.status() / 100 == 2 ? content(answer, call, occasion) : answer;
        return delivery(sent, occasion);
    }

    private Answer content(Answer answer, Call call, Occasion occasion) {
        if (faults.strikes(Fault.REDIRECT, occasion)) {
            return Answer.of(302, "text/plain", "").withHeader("Location", call.elsewhere(call.path()));
        }
        if (faults.strikes(Fault.GZIP_BOMB, occasion)) {
            return answer.withHeader("Content-Encoding", "gzip").withBody(GzipBomb.BODY);
        }
        if (faults.strikes(Fault.BOM, occasion)) {
            byte[] marked = new byte[answer.body().length + BYTE_ORDER_MARK.length];
            System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
            System.arraycopy(answer.body(), 0, marked, BYTE_ORDER_MARK.length, answer.body().length);
            return answer.withBody(marked);
        }
        return answer;
    }

    private Answer delivery(Answer answer, Occasion occasion) {
        if (faults.strikes(Fault.CONNECTION_RESET, occasion)) {
            return answer.delivered(Answer.Delivery.DROPPED, Duration.ZERO);
        }
        if (faults.strikes(Fault.TRUNCATED_BODY, occasion)) {
            return answer.delivered(Answer.Delivery.TRUNCATED, Duration.ZERO);
        }
        Answer paced = faults.striking(Fault.LATENCY, occasion)
                .map(rule -> answer.delivered(Answer.Delivery.WHOLE, rule.delayOr(LATE)))
                .orElse(answer);
        return faults.striking(Fault.SLOW_DRIP, occasion)
                .map(rule -> paced.delivered(Answer.Delivery.DRIPPING, rule.delayOr(DRIP)))
                .orElse(paced);
    }
}
