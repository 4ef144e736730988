package io.tideline.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.platform.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private final Path state;

    ProcessesTest(@TempDir Path state) {
        this.state = state;
    }

    @Test
    void findsAProcessAgainAndEndsIt() {
        Journal journal = new Journal(state);
        Processes processes = new Processes(journal);

        RunningPart started = processes.start(Part.ROI, 8083, launch("exec sleep 60"));

        assertThat(journal.alive(Part.ROI)).contains(started);
        processes.force(started);
        assertThat(journal.find(Part.ROI)).isEmpty();
        assertThat(started.isAlive()).isFalse();
    }

    @Test
    void remembersAProcessThatDied() throws Exception {
        Journal journal = new Journal(state);
        RunningPart started = new Processes(journal).start(Part.ROI, 8083, launch("echo gone; exit 3"));

        for (int i = 0; i < 100 && started.isAlive(); i++) {
            Processes.pause(50);
        }

        assertThat(journal.find(Part.ROI)).contains(started);
        assertThat(journal.alive(Part.ROI)).isEmpty();
        assertThat(LogTail.of(state.resolve("roi.log"), 3)).containsExactly("gone");
    }

    @Test
    void takesAnotherProcessWithTheSamePidForDead() {
        long self = ProcessHandle.current().pid();
        RunningPart other = new RunningPart(
                Part.ROI, self, Procfs.startTicks(self) + 1, Procfs.bootId(), 8083, Instant.EPOCH, "", "TERM");
        RunningPart otherBoot = new RunningPart(
                Part.ROI, self, Procfs.startTicks(self), "another boot", 8083, Instant.EPOCH, "", "TERM");

        assertThat(other.isAlive()).isFalse();
        assertThat(otherBoot.isAlive()).isFalse();
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws Exception {
        Files.writeString(state.resolve("roi.log"), "earlier\n");
        Processes processes = new Processes(new Journal(state));

        processes.force(processes.start(Part.ROI, 8083, launch("exec sleep 60")));

        assertThat(state.resolve("roi.log.1")).hasContent("earlier\n");
        assertThat(state.resolve("roi.log")).isEmptyFile();
    }

    private Launch launch(String script) {
        return new Launch(List.of("sh", "-c", script), state, state.resolve("roi.log"), "print", "TERM");
    }
}
