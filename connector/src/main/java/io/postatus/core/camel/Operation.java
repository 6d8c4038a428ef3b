/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an endpoint does. A service lists its operations in an enum, by the service's own names, beside the words that are
 * the same for all: {@code purchaseOrderStatus}, for sweeps {@code detectChange} and {@code findAbsent}, and what is asked
 * of streams.
 */
public interface Operation {

    /** What is ours and asks no service anything. */
    Set<String> WITHOUT_SERVICE = Set.of("detectChange", "findAbsent");

    String name();

    /** Whether it tells changes, and is consumed from. */
    default boolean isConsumer() {
        return name().equals("purchaseOrderStatus");
    }

    /** Whether the service is asked, and credentials are needed. */
    default boolean isCall() {
        return !WITHOUT_SERVICE.contains(name());
    }

    /** What of the same service can be sent to, for messages. */
    default String producers() {
        return Stream.of(((Enum<?>) this).getDeclaringClass().getEnumConstants())
                .map(Operation.class::cast)
                .filter(operation -> !operation.isConsumer())
                .map(Operation::name)
                .collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException naming what there is */
    static <O extends Enum<O> & Operation> O of(Class<O> operations, String scheme, String word) {
        List<String> words =
                Stream.of(operations.getEnumConstants()).map(Enum::name).toList();
        if (!words.contains(word)) {
            throw new IllegalArgumentException(
                    scheme + " has no operation '" + word + "'. It has " + String.join(", ", words));
        }
        return Enum.valueOf(operations, word);
    }
}
