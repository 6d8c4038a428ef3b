/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.Lease;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** The store as one life of a node sees it: the node may die before or after any write. */
final class SimulatedStore {
    private static final Set<String> READS = Set.of("load", "find", "due", "open", "parked", "closings");

    private SimulatedStore() {}

    /** @param granted hears the epoch of every lease that is given out */
    static PollState of(PollState durable, SimulatedNode node, SimulatedTime time, LongConsumer granted) {
        return (PollState) Proxy.newProxyInstance(
                PollState.class.getClassLoader(), new Class<?>[] {PollState.class}, (proxy, method, arguments) -> {
                    boolean write = !READS.contains(method.getName());
                    boolean diesAfter = time.chance(0.5);
                    node.survive(write && !diesAfter);
                    try {
                        Object answer = method.invoke(durable, arguments);
                        if (answer instanceof Optional<?> taken && taken.orElse(null) instanceof Lease lease) {
                            granted.accept(lease.epoch());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        node.survive(write && diesAfter);
                    }
                });
    }

    /** R1 switched off: whoever asks gets the lease that somebody else holds. */
    static PollState grantingEverybody(PollState durable) {
        Lease[] granted = new Lease[1];
        return (PollState) Proxy.newProxyInstance(
                PollState.class.getClassLoader(), new Class<?>[] {PollState.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("release")) {
                        return null;
                    }
                    try {
                        Object answer = method.invoke(durable, arguments);
                        if (method.getName().equals("acquire")) {
                            granted[0] = ((Optional<?>) answer)
                                    .map(Lease.class::cast)
                                    .orElse(granted[0]);
                            return Optional.of(granted[0]);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    static final StreamId STREAM = new StreamId("sim", "acme", "default");
    static final Duration LEASE_LIFE = Duration.ofSeconds(30);
}
