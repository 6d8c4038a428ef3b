/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.poll.ChangeFilter;
import io.postatus.core.poll.Reconciliation;
import io.postatus.core.poll.Sweep;
import io.postatus.core.state.StreamId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The sweeps of a context, one a stream: what one step of a route hands in, another one of the same sweep knows of. */
final class Sweeps {
    private final ContextResources resources;
    private final Map<Key, Open> open = new HashMap<>();

    Sweeps(ContextResources resources) {
        this.resources = resources;
    }

    private record Key(StreamId stream, StreamId reconciled, String stateStore) {
        static Key of(StatusEndpoint endpoint) {
            return new Key(
                    endpoint.stream(),
                    endpoint.reconciled(),
                    endpoint.getConfiguration().getStateStore());
        }
    }

    private static final class Open {
        final StreamUse use;
        final Sweep sweep;
        /** Who opened it, and what that says of the service's words. */
        final StatusEndpoint first;

        int users;

        Open(StreamUse use, Sweep sweep, StatusEndpoint first) {
            this.use = use;
            this.sweep = sweep;
            this.first = first;
        }
    }

    /** To be given back. */
    synchronized Sweep take(StatusEndpoint endpoint) {
        Open taken = open.computeIfAbsent(Key.of(endpoint), key -> begin(key, endpoint));
        refuseOtherWords(taken.first, endpoint);
        taken.users++;
        return taken.sweep;
    }

    synchronized void giveBack(StatusEndpoint endpoint) {
        Key key = Key.of(endpoint);
        Open taken = open.get(key);
        if (--taken.users == 0) {
            open.remove(key);
            try (StreamUse use = taken.use) {
                taken.sweep.close();
            }
        }
    }

    /** One sweep has one table: the second would be judged by the first's without being told. */
    private static void refuseOtherWords(StatusEndpoint first, StatusEndpoint second) {
        if (!Objects.equals(first.statuses(), second.statuses())) {
            throw new IllegalArgumentException("The steps " + first + " and " + second + " take part in one sweep of "
                    + first.stream() + ", but differ in the option statuses. Give both the same statuses, or each a"
                    + " subscription of its own.");
        }
    }

    private Open begin(Key key, StatusEndpoint endpoint) {
        if (key.reconciled() != null) {
            StreamUse use = resources.look(key.stateStore());
            return new Open(
                    use,
                    new Reconciliation(key.reconciled(), endpoint::status, use.store(), resources.timeline()),
                    endpoint);
        }
        StreamUse use = resources.use(key.stream(), endpoint.toString(), key.stateStore());
        return new Open(
                use,
                new ChangeFilter(
                        key.stream(),
                        endpoint::status,
                        use.store(),
                        resources.timeline(),
                        resources.node(),
                        StatusConsumer.LEASE_LIFE,
                        endpoint.shown()),
                endpoint);
    }
}
