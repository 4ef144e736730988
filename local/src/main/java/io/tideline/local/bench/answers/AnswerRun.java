package io.tideline.local.bench.answers;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** A stretch of load over some connections by one thread, which wakes a thousand times a second at most where answers do not wait for one another. */
final class AnswerRun implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double NANOS = 1e9;
    private static final long TICK_NANOS = 1_000_000L;
    private static final long TICK_MILLIS = 100;

    private final Selector selector = Selector.open();
    private final List<AnswerChannel> channels = new ArrayList<>();
    private final Deque<AnswerChannel> idle = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom();
    private final List<UUID> sent = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();
    private final Map<Integer, Integer> refused = new TreeMap<>();
    private final long start;
    private final long end;
    private long refusedWithoutTime;
    private long longestNanos;

    AnswerRun(int port, String survey, int connections, double seconds) throws IOException {
        for (int number = 0; number < connections; number++) {
            channels.add(new AnswerChannel(port, survey, selector));
        }
        idle.addAll(channels);
        this.start = System.nanoTime();
        this.end = start + (long) (seconds * NANOS);
    }

    /**
     * An answer that was acknowledged.
     *
     * @param atNanos when, since the start
     * @param tookNanos since it was due
     */
    record Taken(UUID id, long atNanos, long tookNanos) {}

    /** Each connection sends its next answer when the one before is answered. */
    void closed() throws IOException {
        for (long now = start; now < end || isWaiting(now); now = System.nanoTime()) {
            while (now < end && !idle.isEmpty()) {
                send(now);
            }
            selector.select(this::ready, TICK_MILLIS);
        }
    }

    /** Answers are due at a steady rate, whether those before are answered or not; what finds no connection waits for one. */
    void open(double perSecond) throws IOException {
        for (long now = start; now < end || isWaiting(now); now = System.nanoTime()) {
            for (long due = due(perSecond); due <= now && now < end && !idle.isEmpty(); due = due(perSecond)) {
                send(due);
            }
            LockSupport.parkNanos(TICK_NANOS);
            selector.selectNow(this::ready);
        }
    }

    private long due(double perSecond) {
        return start + (long) (sent.size() / perSecond * NANOS);
    }

    private boolean isWaiting(long now) {
        return idle.size() < channels.size() && now < end + PATIENCE.toNanos();
    }

    private void send(long due) throws IOException {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        sent.add(id);
        idle.remove().send(id, due);
    }

    private void ready(SelectionKey key) {
        AnswerChannel channel = (AnswerChannel) key.attachment();
        try {
            AnswerHead head = channel.read();
            if (head != null) {
                note(channel, head);
                idle.add(channel);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private void note(AnswerChannel channel, AnswerHead head) {
        long now = System.nanoTime();
        longestNanos = Math.max(longestNanos, now - channel.dueNanos());
        if (head.status() == 200) {
            taken.add(new Taken(channel.id(), now - start, now - channel.dueNanos()));
            return;
        }
        refused.merge(head.status(), 1, Integer::sum);
        refusedWithoutTime += head.saysWhen() ? 0 : 1;
    }

    List<Taken> taken() {
        return taken;
    }

    int sent() {
        return sent.size();
    }

    long endNanos() {
        return end;
    }

    /** Writes into the journal what happened, once it is over. */
    void tell(AnswerJournal journal) {
        sent.forEach(id -> journal.attempt(id.toString()));
        taken.forEach(one -> journal.acknowledge(one.id().toString(), ""));
        refused.forEach((status, times) -> journal.others(status.toString(), times));
        journal.others("without Retry-After", refusedWithoutTime);
        journal.others(AnswerJournal.NO_ANSWER, channels.size() - idle.size());
        journal.took(longestNanos);
    }

    @Override
    public void close() throws IOException {
        for (AnswerChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }
}
