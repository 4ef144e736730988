package io.tideline.local.command;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.process.Processes;
import io.tideline.local.process.RunningPart;
import io.tideline.local.process.Server;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One line a part: state, process, port, since when, memory. */
public final class Status {
    /** All parts answer. */
    private static final int ALL_READY = 0;

    private static final int SOMETHING_IS_WRONG = 1;
    private static final int NOTHING_RUNS = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final String ROW = "%-9s  %-13s  %8s  %6s  %-19s  %8s%n";

    private enum State {
        READY("ready"),
        SILENT("not answering"),
        DEAD("dead"),
        STOPPED("stopped");

        private final String text;

        State(String text) {
            this.text = text;
        }
    }

    private final Installation installation;
    private final PrintStream out;

    public Status(Platform platform, PrintStream out) {
        this.installation = new Installation(platform);
        this.out = out;
    }

    public int run() {
        out.printf(ROW, "part", "state", "pid", "port", "since", "memory");
        int ready = 0;
        int stopped = 0;
        for (Server server : installation.servers()) {
            State state = print(server);
            ready += state == State.READY ? 1 : 0;
            stopped += state == State.STOPPED ? 1 : 0;
        }
        if (ready == Part.values().length) {
            return ALL_READY;
        }
        return stopped == Part.values().length ? NOTHING_RUNS : SOMETHING_IS_WRONG;
    }

    private State print(Server server) {
        Optional<RunningPart> record = installation.journal().find(server.part());
        String name = server.part().key();
        if (record.isEmpty()) {
            out.printf(
                    ROW, name, State.STOPPED.text, "-", installation.settings().port(server.part()), "-", "-");
            return State.STOPPED;
        }
        RunningPart part = record.get();
        State state = !part.isAlive() ? State.DEAD : server.isReady() ? State.READY : State.SILENT;
        String memory = part.isAlive() ? (Processes.residentBytes(part) >> 20) + " MB" : "-";
        out.printf(ROW, name, state.text, part.pid(), part.port(), TIME.format(part.since()), memory);
        return state;
    }
}
