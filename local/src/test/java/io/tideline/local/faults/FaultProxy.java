package io.tideline.local.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Stands between a client and a server of loopback and passes bytes on, swallows them or cuts the answer. */
final class FaultProxy implements Closeable {
    private static final int ROOM = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listener;
    private final IntSupplier target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    /** What happens to the bytes. */
    enum Fault {
        NONE,
        /** Nothing arrives at either end and nobody is told. */
        BLACKHOLE,
        /** The server works and its next answer ends in a reset. */
        CUT_ANSWER
    }

    /** @param target port of the server for each new connection */
    FaultProxy(IntSupplier target) throws IOException {
        this.listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void set(Fault wanted) {
        fault = wanted;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        sockets.add(server);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.getAsInt()), CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            threads.execute(() -> pass(client, server, false));
            pass(server, client, true);
        } catch (IOException refused) {
            reset(client, server);
        }
    }

    private void pass(Socket from, Socket to, boolean isAnswer) {
        byte[] bytes = new byte[ROOM];
        try {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                Fault now = fault;
                if (now == Fault.CUT_ANSWER && isAnswer) {
                    fault = Fault.NONE;
                    reset(from, to);
                    return;
                }
                if (now != Fault.BLACKHOLE) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
            close(from);
            close(to);
        } catch (IOException gone) {
            reset(from, to);
        }
    }

    private void reset(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException closedAlready) {
                sockets.remove(socket);
            }
            close(socket);
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException closedAlready) {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(this::close);
        threads.shutdownNow();
    }
}
