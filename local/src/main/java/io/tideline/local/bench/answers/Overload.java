package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * A door at three times what it takes, turns about with quiet: how many answers it takes then, what it holds, and how soon it is over. What else the machine
 * does meanwhile comes and goes, so the turns are compared with those beside them.
 */
public final class Overload {
    private static final int CONNECTIONS = 64;
    private static final int MANY_CONNECTIONS = 384;
    private static final double TIMES = 3;
    private static final int IN_A_ROW = 10;
    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DoorProcess door;
    private final AnswerLoad calm;
    private final AnswerLoad flood;
    private final String survey;
    private final AnswerJournal journal;

    /**
     * @param calm answers that are sent one after the other
     * @param survey public key of the survey that the others are for
     * @param journal of those
     */
    public Overload(DoorProcess door, AnswerLoad calm, String survey, AnswerJournal journal) {
        this.door = door;
        this.calm = calm;
        this.flood = new AnswerLoad(door.port(), survey, journal);
        this.survey = survey;
        this.journal = journal;
    }

    /**
     * One turn.
     *
     * @param before over 64 connections that send their next answer when the one before is answered
     * @param after the same
     * @param recoverySeconds from the end of the flood to the first of ten answers that are taken one after the other
     */
    public record Turn(
            AnswerLoad.Times before, AnswerLoad.Times flood, AnswerLoad.Times after, double recoverySeconds) {
        /** Answers taken a second, over those taken before and after, the mean of both. */
        public double goodput() {
            return flood.perSecond() / ((before.perSecond() + after.perSecond()) / 2);
        }
    }

    /**
     * What was seen.
     *
     * @param heldBytes of the heap in the middle of the middle flood, beside those held before the first
     */
    public record Told(List<Turn> turns, long heldBytes) {
        /** Of the turns, the median. */
        public double goodput() {
            return turns.stream()
                    .mapToDouble(Turn::goodput)
                    .sorted()
                    .skip(turns.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }

        /** Answers sent, over those taken. */
        public double load() {
            return turns.stream().mapToLong(turn -> turn.flood().sent()).sum()
                    / turns.stream()
                            .mapToDouble(turn -> turn.flood().nanos().length)
                            .sum();
        }

        /** Time within which so many of a hundred answers of the floods were taken, since they were due. */
        public double percentileMillis(int percent) {
            return AnswerLoad.Times.percentileMillis(
                    turns.stream()
                            .flatMapToLong(turn -> LongStream.of(turn.flood().nanos()))
                            .sorted()
                            .toArray(),
                    percent);
        }

        /** Of the turns, the longest. */
        public double recoverySeconds() {
            return turns.stream().mapToDouble(Turn::recoverySeconds).max().orElseThrow();
        }
    }

    /** Lets the door's JVM compile what it will need, of either kind. */
    public void warmUp(double seconds) {
        AnswerLoad.Times times = calm.closed(CONNECTIONS, seconds);
        flood.open(MANY_CONNECTIONS, TIMES * times.perSecond(), seconds / 2);
    }

    /** @param calmSeconds before each of the {@code floodSeconds}, and after the last */
    public Told run(int turns, double calmSeconds, double floodSeconds) throws IOException {
        AnswerLoad.Times before = calm.closed(CONNECTIONS, calmSeconds);
        long heap = door.heap();
        CompletableFuture<Long> held = new CompletableFuture<>();
        List<Turn> told = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            if (turn == turns / 2) {
                held.completeAsync(
                        door::heap,
                        CompletableFuture.delayedExecutor((long) (floodSeconds * 500), TimeUnit.MILLISECONDS));
            }
            AnswerLoad.Times times = flood.open(MANY_CONNECTIONS, TIMES * before.perSecond(), floodSeconds);
            double recovery = (recoveredNanos() - times.endNanos()) / NANOS;
            AnswerLoad.Times after = calm.closed(CONNECTIONS, calmSeconds);
            told.add(new Turn(before, times, after, recovery));
            before = after;
        }
        return new Told(told, held.join() - heap);
    }

    private long recoveredNanos() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (AnswerWire wire = new AnswerWire(door.port(), PATIENCE)) {
            long first = 0;
            for (int inARow = 0; inARow < IN_A_ROW; ) {
                long now = System.nanoTime();
                if (now > end) {
                    throw new LocalException("the door does not recover within " + PATIENCE);
                }
                first = inARow == 0 ? now : first;
                inARow = isTaken(wire) ? inARow + 1 : 0;
            }
            return first;
        }
    }

    private boolean isTaken(AnswerWire wire) throws IOException {
        String key = UUID.randomUUID().toString();
        journal.attempt(key);
        AnswerWire.Reply reply = wire.post("{\"survey\":\"" + survey + "\",\"response\":\"" + key + "\",\"score\":9}");
        if (reply.status() != 200) {
            journal.other(Integer.toString(reply.status()));
            return false;
        }
        journal.acknowledge(key, reply.body());
        return true;
    }
}
