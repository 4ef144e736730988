package io.tideline.local.faults;

import io.tideline.local.bench.answers.AnswerJournal;
import io.tideline.local.bench.answers.AnswerWire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Clients that hand in new answers one after the other and keep a journal. They follow the widget's table: no answer, 429 and 503 mean the same again later,
 * anything else but 200 is final; only the pauses are shorter than a widget's.
 */
final class Writers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = 50_000_000L;
    /** So that a slow start of a process does not leave a hundred thousand answers to compare. */
    private static final long REST_NANOS = 2_000_000L;

    private final IntSupplier port;
    private final String survey;
    private final Duration answerWithin;
    private final AnswerJournal journal;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /** @param answerWithin how long a client waits for any answer */
    Writers(IntSupplier port, String survey, Duration answerWithin, AnswerJournal journal) {
        this.port = port;
        this.survey = survey;
        this.answerWithin = answerWithin;
        this.journal = journal;
    }

    /** @param seed decides the ids */
    Writers start(int count, long seed) {
        for (int number = 0; number < count; number++) {
            Random random = new Random(seed + number);
            Thread thread = new Thread(() -> write(random), "writer-" + number);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int answers) {
        int before = journal.acknowledged();
        await(() -> journal.acknowledged() >= before + answers);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE_NANOS / 5);
        }
    }

    /** Lets each client finish what it began. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Random random) {
        @Nullable AnswerWire wire = null;
        while (!stopped) {
            String key = new UUID(random.nextLong(), random.nextLong()).toString();
            journal.attempt(key);
            long end = System.nanoTime() + PATIENCE.toNanos();
            boolean again = true;
            while (again && System.nanoTime() < end) {
                wire = connected(wire);
                Sent sent = wire == null ? Sent.NOTHING : send(wire, key);
                wire = close(wire, sent.closes());
                again = sent.again();
                LockSupport.parkNanos(again ? PAUSE_NANOS : REST_NANOS);
            }
        }
        close(wire, true);
    }

    /** @param again whether the same has to be sent again */
    private record Sent(boolean again, boolean closes) {
        static final Sent NOTHING = new Sent(true, true);
    }

    private Sent send(AnswerWire wire, String key) {
        long started = System.nanoTime();
        try {
            AnswerWire.Reply reply =
                    wire.post("{\"survey\":\"" + survey + "\",\"response\":\"" + key + "\",\"score\":7}");
            journal.took(System.nanoTime() - started);
            if (reply.status() == 200) {
                journal.acknowledge(key, reply.body());
                return new Sent(false, reply.closes());
            }
            boolean later = reply.status() == 503 || reply.status() == 429;
            journal.other(
                    later && reply.retryAfter() == 0 ? reply.status() + " without Retry-After" : "" + reply.status());
            return new Sent(later, reply.closes());
        } catch (IOException lost) {
            journal.took(System.nanoTime() - started);
            journal.other(AnswerJournal.NO_ANSWER);
            return Sent.NOTHING;
        }
    }

    private @Nullable AnswerWire connected(@Nullable AnswerWire wire) {
        try {
            return wire == null ? new AnswerWire(port.getAsInt(), answerWithin) : wire;
        } catch (IOException refused) {
            journal.other(AnswerJournal.NO_ANSWER);
            return null;
        }
    }

    private static @Nullable AnswerWire close(@Nullable AnswerWire wire, boolean now) {
        if (wire == null || !now) {
            return wire;
        }
        try {
            wire.close();
        } catch (IOException closedAlready) {
            return null;
        }
        return null;
    }
}
