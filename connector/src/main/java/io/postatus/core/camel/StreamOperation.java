/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of the stream of a consumer with the same options; every service's operations have them by these names. */
enum StreamOperation {
    /** What it has read and what not, with the evidence. */
    coverage,
    /** What was given up on. */
    parked,
    /** Reads a range again and compares it with what was told. */
    verify,
    /** Has orders told again. */
    replay,
    /** Has a range of the past read as well. */
    backfill,
    /** Forgets all of it. */
    forget;

    static final Set<String> NAMES = Stream.of(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
}
