package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Posts new answers to one survey over some connections and keeps the journal. */
public final class AnswerLoad {
    private final int port;
    private final String survey;
    private final AnswerJournal journal;

    public AnswerLoad(int port, String survey, AnswerJournal journal) {
        this.port = port;
        this.survey = survey;
        this.journal = journal;
    }

    /**
     * What became of a stretch.
     *
     * @param nanos how long each acknowledged answer took since it was due, sorted
     * @param inTime answers acknowledged before it was over
     * @param sent requests, acknowledged or not
     * @param seconds in which they were due
     * @param endNanos when it was over, as {@link System#nanoTime}
     */
    @SuppressWarnings("ArrayRecordComponent") // a series, never compared
    public record Times(long[] nanos, long inTime, long sent, double seconds, long endNanos) {
        public double perSecond() {
            return inTime / seconds;
        }

        public double percentileMillis(int percent) {
            return percentileMillis(nanos, percent);
        }

        static double percentileMillis(long[] sorted, int percent) {
            return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1L) * percent / 100)] / 1e6;
        }
    }

    /** Each connection sends its next answer when the one before is answered. */
    public Times closed(int connections, double seconds) {
        return run(connections, seconds, AnswerRun::closed);
    }

    /** Answers come at a steady rate, whether those before are answered or not; the time of each counts from when it was due. */
    public Times open(int connections, double perSecond, double seconds) {
        return run(connections, seconds, stretch -> stretch.open(perSecond));
    }

    private interface Work {
        void on(AnswerRun stretch) throws IOException;
    }

    private Times run(int connections, double seconds, Work work) {
        try (AnswerRun stretch = new AnswerRun(port, survey, connections, seconds)) {
            work.on(stretch);
            stretch.tell(journal);
            return times(stretch, seconds);
        } catch (IOException | UncheckedIOException e) {
            throw new LocalException("the door did not answer: " + e.getMessage(), e);
        }
    }

    private static Times times(AnswerRun stretch, double seconds) {
        List<AnswerRun.Taken> taken = stretch.taken();
        long[] nanos =
                taken.stream().mapToLong(AnswerRun.Taken::tookNanos).sorted().toArray();
        long inTime =
                taken.stream().filter(one -> one.atNanos() < seconds * 1e9).count();
        return new Times(nanos, inTime, stretch.sent(), seconds, stretch.endNanos());
    }
}
