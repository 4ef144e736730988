package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Posts new answers to one survey over some connections and keeps the journal. */
final class AnswerLoad {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final double NANOS = 1e9;

    private final int port;
    private final String survey;
    private final AnswerJournal journal;

    AnswerLoad(int port, String survey, AnswerJournal journal) {
        this.port = port;
        this.survey = survey;
        this.journal = journal;
    }

    /**
     * @param nanos how long each acknowledged answer took, sorted
     * @param sent requests, acknowledged or not
     * @param seconds how long all of it took
     */
    @SuppressWarnings("ArrayRecordComponent") // a series, never compared
    record Times(long[] nanos, long sent, double seconds) {
        double perSecond() {
            return nanos.length / seconds;
        }

        double percentileMillis(int percent) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) ((nanos.length - 1L) * percent / 100)] / 1e6;
        }
    }

    /** Each connection sends its next answer when the one before is answered. */
    Times closed(int connections, double seconds) {
        long end = System.nanoTime() + (long) (seconds * NANOS);
        return together(connections, wire -> {
            List<Long> nanos = new ArrayList<>();
            long sent = 0;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                sent++;
                if (post(wire)) {
                    nanos.add(System.nanoTime() - now);
                }
            }
            return new Part(nanos, sent);
        });
    }

    /** Answers come at a steady rate, whether those before are answered or not; the time of each counts from when it was due. */
    Times open(int connections, double perSecond, double seconds) {
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long all = (long) (perSecond * seconds);
        return together(connections, wire -> {
            List<Long> nanos = new ArrayList<>();
            long sent = 0;
            for (long number = next.getAndIncrement(); number < all; number = next.getAndIncrement()) {
                long due = start + (long) (number / perSecond * NANOS);
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                sent++;
                if (post(wire)) {
                    nanos.add(System.nanoTime() - due);
                }
            }
            return new Part(nanos, sent);
        });
    }

    private boolean post(AnswerWire wire) throws IOException {
        String key = UUID.randomUUID().toString();
        journal.attempt(key);
        AnswerWire.Reply reply = wire.post("{\"survey\":\"" + survey + "\",\"response\":\"" + key
                + "\",\"score\":9,\"comment\":\"Quick and friendly\",\"language\":\"en\"}");
        if (reply.status() == 200) {
            journal.acknowledge(key, reply.body());
            return true;
        }
        journal.other(Integer.toString(reply.status()));
        return false;
    }

    private record Part(List<Long> nanos, long sent) {}

    private interface Worker {
        Part run(AnswerWire wire) throws IOException;
    }

    private Times together(int connections, Worker worker) {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long start = System.nanoTime();
        try {
            List<Callable<Part>> workers = new ArrayList<>();
            for (int number = 0; number < connections; number++) {
                workers.add(() -> {
                    try (AnswerWire wire = new AnswerWire(port, PATIENCE)) {
                        return worker.run(wire);
                    }
                });
            }
            List<Long> nanos = new ArrayList<>();
            long sent = 0;
            for (Future<Part> part : threads.invokeAll(workers)) {
                nanos.addAll(part.get().nanos());
                sent += part.get().sent();
            }
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Times(sorted, sent, (System.nanoTime() - start) / NANOS);
        } catch (ExecutionException e) {
            throw new LocalException("the door did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
