/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.OrderState;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.time.Timeline;
import java.util.Set;

/**
 * What a poll is made of: the stream, its settings, the three ports (service, store, route), time, and the rules it plays
 * by.
 *
 * @param node names this process in leases
 */
record Parts(
        StreamId stream,
        PollSettings settings,
        StatusSource source,
        PollState store,
        Teller teller,
        Timeline timeline,
        ServiceClock clock,
        String node,
        Set<Rule> rules) {

    /** An open order of a service that does not say what changed is to be read again after a while. */
    OrderState watched(OrderState order) {
        boolean watch = settings.watchInterval() != null && order.open() && order.nextCheck() == null;
        return watch ? order.checkAt(timeline.now().plus(settings.watchInterval())) : order;
    }

    boolean plays(Rule rule) {
        return rules.contains(rule);
    }
}
