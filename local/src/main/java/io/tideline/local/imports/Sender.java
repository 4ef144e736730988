package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Sends batches to a door, a few at a time: what waits in memory is bounded, whatever the length of the file. A batch that shares
 * a key with one under way is sent after that one's answer, so rows that could contradict each other arrive in the order of the file.
 */
final class Sender implements AutoCloseable {
    /** Requests under way at once; more than the cores of door and database gain nothing. */
    static final int UNDER_WAY = 3;

    private final Doors doors;
    private final URI url;
    private final Answers answers;
    private final ExecutorService threads = Executors.newFixedThreadPool(UNDER_WAY);
    private final Semaphore places = new Semaphore(UNDER_WAY);
    private final List<Flight> flights = new ArrayList<>();

    Sender(Doors doors, Kind kind, Answers answers) {
        this.doors = doors;
        this.url = doors.url(kind.part(), kind.path());
        this.answers = answers;
    }

    /** Returns when the batch is under way; waits where too many are. */
    void send(Batch batch) throws IOException {
        byte[] body = batch.body();
        try {
            for (Flight flight : List.copyOf(flights)) {
                if (flight.done().isDone() || batch.clashesWith(flight.batch())) {
                    land(flight);
                }
            }
            places.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        flights.add(new Flight(batch, threads.submit(() -> deliver(batch, body))));
    }

    /** Waits until all batches are answered. */
    void finish() {
        try {
            for (Flight flight : List.copyOf(flights)) {
                land(flight);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Void deliver(Batch batch, byte[] body) throws InterruptedException {
        try {
            JsonNode answer = new Delivery(doors, url, body).run();
            answers.take(batch, answer);
            return null;
        } finally {
            places.release();
        }
    }

    private void land(Flight flight) throws InterruptedException {
        flights.remove(flight);
        try {
            flight.done().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof LocalException told) {
                throw told;
            }
            throw new LocalException("sending failed: " + e.getCause(), e);
        }
    }

    private static LocalException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalException("interrupted", e);
    }

    private record Flight(Batch batch, Future<Void> done) {}
}
