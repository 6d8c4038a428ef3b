/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.camel;

import io.postatus.core.model.TimeWindow;
import io.postatus.core.poll.CoverageLines;
import io.postatus.core.poll.PollReport;
import io.postatus.core.poll.StreamOperations;
import io.postatus.core.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.api.management.ManagedOperation;

/** What people may ask of a stream through JMX: {@link StreamOperations} with all that goes in and out as text. */
public interface ManagedOperations {

    /** @throws IllegalStateException if the stream is not polled here now */
    StreamOperations operations();

    /** How far the running poll has come, or how the last one went; null before the first. */
    PollReport getProgress();

    StatusEndpoint getEndpoint();

    @ManagedOperation(description = "What was read and what was not, with the evidence: JSON, one fact a line")
    default String exportCoverage() {
        return CoverageLines.of(operations().coverage(getProgress()));
    }

    @ManagedOperation(
            description = "What was given up on, with cause and the service's document: JSON, one entry a line")
    default String exportParked() {
        return CoverageLines.of(operations().parked());
    }

    @ManagedOperation(description = "Has orders told again, ids with commas between; answers the run's name")
    default String replayOrders(String ids) {
        String run = UUID.randomUUID().toString();
        operations().replay(StreamOperationProducer.ids(ids), run);
        return run;
    }

    @ManagedOperation(
            description = "Has the orders told again of which the last change was told from the one instant to"
                    + " before the other, ISO-8601; answers the run's name")
    default String replayTold(String from, String to) {
        String run = UUID.randomUUID().toString();
        operations().replay(new TimeWindow(Instant.parse(from), Instant.parse(to)), run);
        return run;
    }

    @ManagedOperation(description = "Has all changes tried again that were given up on; answers how many")
    default int replayParked() {
        return operations().replayParked(UUID.randomUUID().toString());
    }

    @ManagedOperation(description = "Takes an entry off the list that was given up on; false if there is none")
    default boolean dismissParked(String order) {
        return operations().dismiss(order);
    }

    @ManagedOperation(description = "Has a range of the past read as well, after what is live, ISO-8601")
    default void backfill(String from, String to) {
        operations().backfill(new TimeWindow(Instant.parse(from), Instant.parse(to)));
    }

    @ManagedOperation(
            description = "Reads a range again and compares it with what was told; tells and changes nothing."
                    + " Answers when done, as JSON")
    default String verify(String from, String to) throws Exception {
        TimeWindow window = new TimeWindow(Instant.parse(from), Instant.parse(to));
        Object verification = operations().verify(window).toCompletableFuture().get();
        return new String(WireJson.write(verification), StandardCharsets.UTF_8);
    }

    @ManagedOperation(description = "Forgets all that is known of the stream; suspend the route before")
    default void forget() {
        ContextResources resources = ContextResources.of(getEndpoint().getCamelContext());
        resources.refuseIfPolled(getEndpoint().stream());
        operations().forget(resources.node());
    }
}
