package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stages in any order: how many different ones an entry's moments match, each moment for the first stage still missing. */
final class NaiveAnyOrder {
    private final FunnelRules rules;
    private final List<Moment> log;

    NaiveAnyOrder(FunnelRules rules, List<Moment> log) {
        this.rules = rules;
        this.log = log;
    }

    /**
     * @param times when a further stage was found
     * @param end the first place that is not its own any more
     * @param by whether what is before excluded it
     */
    private record Gathered(List<Long> times, int end, boolean by, boolean drops) {
        Expected expected(int stages) {
            String told = java.util.stream.IntStream.range(0, stages)
                    .mapToObj(stage -> stage < times.size() ? String.valueOf(times.get(stage)) : "-")
                    .collect(Collectors.joining(" "));
            return new Expected(
                    times.size() - 1, times.size() == stages, times.get(0), times.get(times.size() - 1), Set.of(told));
        }
    }

    @Nullable
    List<Expected> attempts() {
        boolean perCustomer = rules.unit() == CountUnit.CUSTOMER;
        boolean everyStart = perCustomer
                && rules.reentry() != ReentryPolicy.FIRST_ENTRY
                && rules.reentry() != ReentryPolicy.EACH_ATTEMPT;
        Set<Integer> usedUp = new HashSet<>();
        List<Gathered> found = new ArrayList<>();
        int converted = Integer.MAX_VALUE;
        int dropped = Integer.MAX_VALUE;
        for (int from = 0; from < log.size(); ) {
            if (usedUp.contains(from) || !NaiveFunnel.mayStart(rules, log, from)) {
                from++;
                continue;
            }
            Gathered set = gathered(from);
            boolean isConverted = set.times().size() == rules.stages();
            converted = isConverted ? Math.min(converted, set.end()) : converted;
            dropped = set.drops() ? Math.min(dropped, set.end()) : dropped;
            if (set.by()) {
                usedUp.add(set.end() - 1);
            }
            found.add(set);
            if (perCustomer
                    && (rules.reentry() == ReentryPolicy.FIRST_ENTRY
                            || (isConverted && rules.reentry() == ReentryPolicy.EARLIEST_LONGEST))) {
                break;
            }
            from = everyStart ? from + 1 : set.end();
        }
        boolean counts = dropped > log.size() || (everyStart && converted < dropped);
        if (!counts) {
            return null;
        }
        int first = everyStart ? converted : Integer.MAX_VALUE;
        return found.stream()
                .filter(set -> set.times().size() < rules.stages() || set.end() <= first)
                .map(set -> set.expected(rules.stages()))
                .toList();
    }

    private Gathered gathered(int from) {
        Set<Integer> missing = new TreeSet<>();
        for (int stage = 0; stage < rules.stages(); stage++) {
            missing.add(stage);
        }
        List<Long> times = new ArrayList<>();
        int place = from;
        for (; place < log.size() && !missing.isEmpty(); place++) {
            Moment moment = log.get(place);
            if (moment.time() - log.get(from).time() > rules.window()
                    || (!times.isEmpty() && moment.time() - times.get(times.size() - 1) > rules.stepWindow())) {
                break;
            }
            if (!times.isEmpty() && moment.hits(times.size() - 1)) {
                return new Gathered(times, place + 1, true, ((moment.drops() >> (times.size() - 1)) & 1) != 0);
            }
            missing.stream()
                    .filter(moment::matches)
                    .min(Comparator.naturalOrder())
                    .ifPresent(stage -> {
                        missing.remove(stage);
                        times.add(moment.time());
                    });
        }
        return new Gathered(times, place, false, false);
    }
}
