package io.tideline.local.process;

import io.tideline.local.platform.Part;
import java.time.Instant;

/**
 * The record of a process we started. Pid, start time and boot together name it for ever: a later process with the same pid is
 * not it.
 *
 * @param startTicks clock ticks from boot to its start, field 22 of {@code /proc/PID/stat}; -1 when it was gone at once
 * @param boot id of the machine's boot
 * @param print fingerprint of what was started
 * @param stop the signal that ends it gracefully
 */
public record RunningPart(
        Part part, long pid, long startTicks, String boot, int port, Instant since, String print, String stop) {
    public boolean isAlive() {
        return startTicks >= 0 && boot.equals(Procfs.bootId()) && Procfs.startTicks(pid) == startTicks;
    }
}
