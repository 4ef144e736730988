package io.tideline.local.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Tells the person at the keyboard how far we are. {@link #line} stays; {@link #passing} is a line that the next one replaces
 * on a terminal, and that is printed at most every {@link #QUIET} elsewhere.
 */
public final class Progress {
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final long startedNanos = System.nanoTime();
    private long lastPassingNanos = startedNanos;
    private int passingWidth;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Progress on standard output; the script says by {@code -Dtideline.terminal} whether that is a terminal. */
    public static Progress onConsole() {
        return new Progress(System.out, Boolean.getBoolean("tideline.terminal"));
    }

    public synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    /** A step that is over, with the time since this progress began. */
    public void step(String text) {
        line(String.format(Locale.ROOT, "%6.1f s  %s", elapsedSeconds(), text));
    }

    public synchronized void passing(String text) {
        long now = System.nanoTime();
        if (terminal) {
            clear();
            out.print(text);
            out.flush();
            passingWidth = text.length();
        } else if (now - lastPassingNanos >= QUIET.toNanos()) {
            out.println(text);
            out.flush();
            lastPassingNanos = now;
        }
    }

    public double elapsedSeconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private void clear() {
        if (passingWidth > 0) {
            out.print("\r" + " ".repeat(passingWidth) + "\r");
            passingWidth = 0;
        }
    }
}
