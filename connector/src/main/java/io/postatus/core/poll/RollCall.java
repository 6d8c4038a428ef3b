/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.state.StreamId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which orders appeared in the window that a sweep is reading. One window is remembered, so that bounds the memory: an order
 * of another window begins a new roll. Of what is forgotten thereby, an open order is read once too often rather than
 * missed; one that is not open and could not be judged is left to the next sweep.
 */
final class RollCall {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final StreamId stream;
    /** By number: whether what was last seen of the order could be judged. */
    private final Map<String, Boolean> appeared = new LinkedHashMap<>();

    private TimeWindow window;

    RollCall(StreamId stream) {
        this.stream = stream;
    }

    /** @param in null if the order was not read as one of a window */
    void present(String orderId, TimeWindow in, boolean judged) {
        if (in != null) {
            turnTo(in);
            appeared.put(orderId, judged);
        }
    }

    /**
     * Ends the window.
     *
     * @param expected the orders that should have appeared
     * @return those that did not, and those of which something was seen that could not be judged
     */
    List<String> absent(TimeWindow ended, Collection<String> expected) {
        turnTo(ended);
        expected.forEach(number -> appeared.putIfAbsent(number, false));
        List<String> absent = appeared.keySet().stream()
                .filter(number -> !appeared.get(number))
                .toList();
        window = null;
        if (!absent.isEmpty()) {
            LOG.info(
                    "{}: of the orders placed in {}, {} did not appear or only in a version that may be old, and are"
                            + " read by number",
                    stream,
                    ended,
                    absent.size());
        }
        return absent;
    }

    private void turnTo(TimeWindow next) {
        if (!next.equals(window)) {
            window = next;
            appeared.clear();
        }
    }
}
