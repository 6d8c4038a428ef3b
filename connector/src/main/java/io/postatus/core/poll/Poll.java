/* SPDX-License-Identifier: Apache-2.0 */
package io.postatus.core.poll;

import io.postatus.core.state.FencedException;
import io.postatus.core.state.PollState;
import io.postatus.core.state.StreamId;
import io.postatus.core.state.StreamState;
import io.postatus.core.time.Timeline;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll of one stream, from lease to lease: its {@linkplain Tenure tenure}, and within it one {@linkplain Round round}
 * of reading and telling. It runs as steps on a strand, each followed by whatever can go on; between steps nothing of it
 * holds a thread.
 */
public final class Poll {
    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    private final Parts parts;
    private final Instant began;
    private final Strand strand;
    private final CompletableFuture<PollReport> ending = new CompletableFuture<>();
    private volatile PollReport progress;
    private boolean pauseCounts = true;
    private Tenure tenure;
    private StreamState state = StreamState.NEW;
    private Round round;
    private String stopReason;
    private Throwable failure;

    public Poll(
            StreamId stream,
            PollSettings settings,
            StatusSource source,
            PollState store,
            Teller teller,
            Timeline timeline,
            ServiceClock clock,
            String node) {
        this(stream, settings, source, store, teller, timeline, clock, node, Rule.ALL);
    }

    Poll(
            StreamId stream,
            PollSettings settings,
            StatusSource source,
            PollState store,
            Teller teller,
            Timeline timeline,
            ServiceClock clock,
            String node,
            Set<Rule> rules) {
        this.parts = new Parts(stream, settings, source, store, teller, timeline, clock, node, rules);
        this.began = timeline.now();
        this.strand = new Strand(timeline);
        this.progress = PollReport.begun(stream, began);
    }

    /** Starts the poll and returns at once. The report comes when all exchanges have ended and the lease is given back. */
    public CompletionStage<PollReport> start() {
        step(this::begin);
        return ending;
    }

    /**
     * As {@link #start()}, but at once even if the stream is paused: somebody has started it, perhaps after mending what
     * made it fail. Another failure counts on, and pauses it longer.
     */
    public CompletionStage<PollReport> startInSpiteOfPause() {
        pauseCounts = false;
        return start();
    }

    /**
     * Sends and tells nothing further. The poll ends once the exchanges that are under way have; answers that are still to
     * come, or turns in the rate budget, are not waited for.
     */
    public void stop(String reason) {
        Objects.requireNonNull(reason, "reason");
        step(() -> {
            stopReason = reason;
            if (tenure == null) {
                end(PollReport.Ended.STOPPED);
                return;
            }
            tenure.guard().withdraw(reason);
            if (round != null) {
                round.stop(reason);
            }
        });
    }

    /** Completes when the poll has ended. */
    public CompletionStage<PollReport> ended() {
        return ending;
    }

    /** How far the poll has come. */
    public PollReport progress() {
        return progress;
    }

    private void begin() {
        Optional<Tenure> begun = Tenure.begin(parts, this::step, this::lost);
        if (begun.isEmpty()) {
            end(PollReport.Ended.NOT_OURS);
            return;
        }
        tenure = begun.get();
        state = parts.store().load(parts.stream(), parts.source().coverageKey());
        if (pauseCounts && state.pausedUntil() != null && parts.timeline().now().isBefore(state.pausedUntil())) {
            failure = new IllegalStateException("Stream " + parts.stream() + " is paused until " + state.pausedUntil()
                    + ", since its last polls failed: " + state.pauseReason());
            end(PollReport.Ended.PAUSED);
            return;
        }
        HeldStream stream = new HeldStream(parts.store(), tenure.guard());
        Planner planner = new Planner(parts, stream);
        state = planner.start(state);
        round = new Round(parts, stream, planner, state, this::step);
        round.plan();
    }

    /** Runs one step on the strand, and then whatever can go on. Once the poll has ended, its threads may have too. */
    private void step(Runnable step) {
        if (ending.isDone()) {
            return;
        }
        strand.execute(() -> {
            if (ending.isDone()) {
                return;
            }
            try {
                step.run();
                if (!ending.isDone()) {
                    advance();
                }
            } catch (RuntimeException | Error e) {
                broken(e);
            }
        });
    }

    private void advance() {
        if (tenure.guard().lost()) {
            lost();
        } else if (failure != null) {
            endOnceNothingIsTold();
        } else {
            goOn();
        }
    }

    private void goOn() {
        round.advance();
        progress = round.report(began);
        if (round.isThrough()) {
            PollReport.Ended how = verdict();
            if (how == PollReport.Ended.DONE) {
                round.done();
            }
            end(how);
        }
    }

    private void lost() {
        end(failure == null ? PollReport.Ended.LEASE_LOST : PollReport.Ended.FAILED);
    }

    private void broken(Throwable e) {
        if (e instanceof FencedException || tenure != null && tenure.guard().lost()) {
            LOG.warn("{}: {}", parts.stream(), e.getMessage());
            lost();
            return;
        }
        if (failure == null) {
            failure = e;
            progress = progress.failing(e);
            sendAndTellNothing();
        } else {
            LOG.debug("{}: also failed: {}", parts.stream(), Reason.of(e));
        }
        endOnceNothingIsTold();
    }

    private void sendAndTellNothing() {
        if (round != null) {
            tenure.guard().withdraw("the poll has failed");
            round.stop(Reason.of(failure));
            if (round.isTelling()) {
                LOG.warn(
                        "{}: the poll has failed and ends once the exchanges that are under way have: {}",
                        parts.stream(),
                        Reason.of(failure));
            }
        }
    }

    /**
     * The stream is given back after the last exchange has ended: nobody is to tell a later change meanwhile. What came of
     * them is not written, since it is the store that failed: they are told again.
     */
    private void endOnceNothingIsTold() {
        if (round == null || !round.isTelling()) {
            end(PollReport.Ended.FAILED);
        }
    }

    private PollReport.Ended verdict() {
        if (stopReason != null) {
            return PollReport.Ended.STOPPED;
        }
        failure = round.failure();
        return failure == null ? PollReport.Ended.DONE : PollReport.Ended.FAILED;
    }

    private void end(PollReport.Ended how) {
        if (tenure != null) {
            tenure.end();
        }
        if (round != null) {
            round.end();
            progress = round.report(began);
        }
        Instant pausedUntil = giveBack(how);
        progress = progress.ended(how, parts.timeline().now(), failure, pausedUntil);
        ending.complete(progress);
    }

    /** @return until when the stream is paused */
    private Instant giveBack(PollReport.Ended how) {
        if (tenure == null
                || how == PollReport.Ended.LEASE_LOST
                || tenure.guard().lost()) {
            return null;
        }
        try {
            return pause(how);
        } catch (RuntimeException | Error e) {
            failedToo(e);
            return null;
        } finally {
            release();
        }
    }

    private void release() {
        try {
            tenure.giveBack();
        } catch (RuntimeException | Error e) {
            failedToo(e);
        }
    }

    /** The first failure counts. */
    private void failedToo(Throwable e) {
        failure = failure == null ? e : failure;
    }

    private Instant pause(PollReport.Ended how) {
        int before = state.failures();
        if (how == PollReport.Ended.FAILED) {
            Instant until = parts.timeline().now().plus(parts.settings().pauseAfter(before + 1));
            parts.store().pause(tenure.lease(), before + 1, until, Reason.of(failure));
            return until;
        }
        if (how == PollReport.Ended.DONE && before > 0) {
            parts.store().pause(tenure.lease(), 0, null, null);
        }
        return how == PollReport.Ended.PAUSED ? state.pausedUntil() : null;
    }
}
