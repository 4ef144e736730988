package io.tideline.local.bench;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Questions asked one after the other, round after round, every other round backwards: whatever else the machine does falls on all of them alike. What is
 * compared is compared round by round, and the median of that counts.
 */
final class FunnelRounds {
    private static final double MILLIS = 1e3;

    private final Map<String, double[]> seconds = new LinkedHashMap<>();
    private final Map<String, double[]> processor = new LinkedHashMap<>();

    private FunnelRounds() {}

    /** Asks each question once to warm up, then so many rounds; prints each one's median and best, and what it took of processors. */
    static FunnelRounds ask(Platform platform, PrintStream out, int rounds, Map<String, Callable<?>> questions) {
        FunnelRounds measured = new FunnelRounds();
        ProcessorTime spent = new ProcessorTime(platform, Part.FUNNEL);
        questions.forEach((name, question) -> {
            FunnelQuestions.called(question);
            measured.seconds.put(name, new double[rounds]);
            measured.processor.put(name, new double[rounds]);
        });
        List<String> order = new ArrayList<>(questions.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                measured.time(name, round, Objects.requireNonNull(questions.get(name)), spent);
            }
            Collections.reverse(order);
        }
        measured.seconds.keySet().forEach(name -> measured.print(out, name));
        return measured;
    }

    private void time(String name, int round, Callable<?> question, ProcessorTime spent) {
        double before = spent.seconds();
        long started = System.nanoTime();
        FunnelQuestions.called(question);
        of(seconds, name)[round] = FunnelQuestions.since(started);
        of(processor, name)[round] = spent.seconds() - before;
    }

    private void print(PrintStream out, String name) {
        out.printf(
                Locale.ROOT,
                "%-28s %8.0f ms, at best %.0f ms; %.0f ms of processors in the service and its database%n",
                name,
                median(of(seconds, name)) * MILLIS,
                best(name) * MILLIS,
                median(of(processor, name)) * MILLIS);
    }

    double best(String name) {
        return Arrays.stream(of(seconds, name)).min().orElseThrow();
    }

    /** Seconds of processors. */
    double processor(String name) {
        return median(of(processor, name));
    }

    /** How many times as long as the other a question took. */
    double ratio(String name, String other) {
        return ratio(of(seconds, name), of(seconds, other));
    }

    /** Of what was measured in the same round, the median. */
    static double ratio(double[] ones, double[] others) {
        return median(IntStream.range(0, ones.length)
                .mapToDouble(round -> ones[round] / others[round])
                .toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[] of(Map<String, double[]> measured, String name) {
        return Objects.requireNonNull(measured.get(name));
    }
}
