package io.tideline.local.command;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Progress;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.Ports;
import io.tideline.local.process.Processes;
import io.tideline.local.process.RunningPart;
import io.tideline.local.process.Server;
import io.tideline.local.process.Trees;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings up what does not run, and leaves alone what does. */
public final class Up {
    private static final long WATCH_MILLIS = 1_000;

    private final Installation installation;
    private final Progress progress;
    private final UpOptions options;
    private final DemoOrganisation demo;

    public Up(Platform platform, Progress progress, UpOptions options) {
        this.installation = new Installation(platform);
        this.progress = progress;
        this.options = options;
        this.demo = new DemoOrganisation(platform, progress);
    }

    public int run() {
        boolean[] startedFromNothing = new boolean[1];
        installation.alone(() -> startedFromNothing[0] = bringUp());
        new Welcome(installation.platform(), progress).print();
        if (!options.detach() && startedFromNothing[0]) {
            hold();
        }
        return 0;
    }

    /** Starts what is needed; true when nothing ran before. */
    private boolean bringUp() {
        if (options.fresh()) {
            erase();
        }
        Set<Part> needed = needed();
        boolean nothingRan = needed.size() == Part.values().length;
        if (needed.isEmpty()) {
            progress.step("all parts are up already");
        } else {
            start(needed);
            progress.step("platform ready on JDK " + Jdk.version());
        }
        if (options.demo()) {
            demo.loadOnce();
        }
        return nothingRan;
    }

    private void start(Set<Part> needed) {
        Stopping.patient(installation, progress).run(needed);
        Ports.check(installation.settings(), List.copyOf(needed));
        Set<Part> started = Set.copyOf(needed);
        AtomicBoolean undecided = new AtomicBoolean(true);
        Runnable giveUp = () -> {
            if (undecided.getAndSet(false)) {
                installation.giveUp();
                Stopping.afterFailure(installation, progress).run(started);
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(giveUp));
        try {
            prepare(needed);
            startInOrder(needed);
        } catch (RuntimeException e) {
            if (!undecided.get()) {
                throw new LocalException("stopped while starting", e);
            }
            giveUp.run();
            throw e;
        }
        undecided.set(false);
    }

    private void startInOrder(Set<Part> needed) {
        Starting starting = new Starting(installation, progress);
        if (needed.remove(Part.POSTGRES)) {
            starting.run(List.of(installation.postgres()));
        } else {
            installation.postgres().afterStart();
        }
        starting.run(needed.stream().map(installation::server).toList());
    }

    /** Parts that do not run, do not answer, or run something out of date. */
    private Set<Part> needed() {
        Set<Part> needed = EnumSet.noneOf(Part.class);
        for (Server server : installation.servers()) {
            Optional<RunningPart> running = installation.journal().alive(server.part());
            if (running.isEmpty()) {
                installation
                        .journal()
                        .find(server.part())
                        .ifPresent(dead -> progress.step(
                                dead.part().key() + " is gone (was process " + dead.pid() + "): starting it again"));
                needed.add(server.part());
            } else if (!running.get().print().equals(server.print())) {
                progress.step(server.part().key() + " is out of date: starting it again");
                needed.add(server.part());
            } else if (!answersSoon(server)) {
                progress.step(server.part().key() + " does not answer: starting it again");
                needed.add(server.part());
            }
        }
        return needed;
    }

    private static boolean answersSoon(Server server) {
        for (int i = 0; i < 10; i++) {
            if (server.isReady()) {
                return true;
            }
            Processes.pause(WATCH_MILLIS / 2);
        }
        return false;
    }

    private void prepare(Set<Part> needed) {
        installation.postgres().notes().forEach(progress::line);
        if (needed.contains(Part.KEYCLOAK) && !installation.keycloak().isBuilt()) {
            progress.step("building Keycloak, once …");
            installation.keycloak().build();
            progress.step("Keycloak built");
        }
    }

    private void erase() {
        Stopping.patient(installation, progress).run(Arrays.asList(Part.values()));
        installation.postgres().erase();
        for (String folder : List.of("keycloak", "secret", "log", "demo")) {
            Trees.delete(installation.settings().state().resolve(folder));
        }
        progress.step("earlier state removed");
    }

    /** Stays until Ctrl-C, then stops everything; tells when a part dies meanwhile. */
    private void hold() {
        progress.line("Ctrl-C stops everything.");
        Thread stop = new Thread(() -> new Down(installation.platform(), progress).run());
        Runtime.getRuntime().addShutdownHook(stop);
        Set<Part> watched = EnumSet.allOf(Part.class);
        while (!watched.isEmpty()) {
            Processes.pause(WATCH_MILLIS);
            watched.removeIf(this::tellIfDead);
        }
    }

    private boolean tellIfDead(Part part) {
        Optional<RunningPart> record = installation.journal().find(part);
        if (record.isEmpty()) {
            return true;
        }
        if (record.get().isAlive()) {
            return false;
        }
        progress.line(part.key() + " has died; its log is "
                + installation.settings().log(part) + "; ./tideline up starts it again");
        return true;
    }
}
