package io.tideline.local.bench.gateway;

import io.tideline.local.process.Processes;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Serves the subgraphs, {@code /people} and so on, and counts what they are asked. */
final class StubServer implements Closeable {
    private static final int BACKLOG = 1_000;

    private final LibraryAnswers answers;
    private final int delayMillis;
    private final ServerSocket door = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final AtomicLong calls = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        return thread;
    });

    StubServer(LibraryAnswers answers, int delayMillis) throws IOException {
        this.answers = answers;
        this.delayMillis = delayMillis;
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    long calls() {
        return calls.get();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        try (Wire wire = new Wire(socket)) {
            while (!door.isClosed()) {
                Wire.Message asked = wire.read();
                calls.incrementAndGet();
                String subgraph = asked.first().split(" ", -1)[1].substring(1);
                byte[] answer = answers.answer(subgraph, asked.body());
                if (delayMillis > 0) {
                    Processes.pause(delayMillis);
                }
                wire.send("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n", answer);
            }
        } catch (IOException gone) {
            // The gateway closed a connection, as it may at any time.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
