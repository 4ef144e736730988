package io.tideline.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux tells about processes under {@code /proc}. */
final class Procfs {
    private static final Path PROC = Path.of("/proc");
    /** Fields of {@code stat} after the program's name, which may hold blanks and brackets itself. */
    private static final int STATE = 0;

    private static final int PARENT = 1;
    private static final int START_TICKS = 19;

    private Procfs() {}

    static String bootId() {
        try {
            return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Clock ticks from boot to the start of a process; -1 when it is gone or only waits to be reaped. */
    static long startTicks(long pid) {
        String[] stat = stat(pid);
        boolean gone = stat.length <= START_TICKS || stat[STATE].equals("Z") || stat[STATE].equals("X");
        return gone ? -1 : Long.parseLong(stat[START_TICKS]);
    }

    /** Resident memory of a process and its children in bytes. */
    static long residentBytes(long pid) {
        long sum = resident(pid);
        for (long child : children(pid)) {
            sum += resident(child);
        }
        return sum;
    }

    static List<Long> children(long parent) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                String[] stat = stat(pid);
                if (stat.length > PARENT && Long.parseLong(stat[PARENT]) == parent) {
                    found.add(pid);
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return found;
    }

    /** Memory of its own plus its share of what it shares; 0 where the kernel does not tell. */
    private static long resident(long pid) {
        try {
            for (String line : Files.readAllLines(PROC.resolve(pid + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private static String[] stat(long pid) {
        try {
            String text = Files.readString(PROC.resolve(pid + "/stat"));
            return text.substring(text.lastIndexOf(')') + 1).strip().split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
