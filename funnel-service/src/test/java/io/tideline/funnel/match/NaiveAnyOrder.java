package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stages in any order: how many different ones an entry's moments can stand for, each for one at most, whichever way that is shared out. */
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
        Expected expected(FunnelRules rules) {
            Map<Integer, Long> found = new HashMap<>();
            times.forEach(time -> found.put(found.size(), time));
            return new Expected(
                    times.size() - 1,
                    times.size() == rules.stages(),
                    times.get(0),
                    times.get(times.size() - 1),
                    Set.of(Expected.told(rules, found)));
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
                .map(set -> set.expected(rules))
                .toList();
    }

    private Gathered gathered(int from) {
        Set<Integer> covered = Set.of(0);
        List<Long> times = new ArrayList<>();
        int place = from;
        for (; place < log.size() && times.size() < rules.stages(); place++) {
            Moment moment = log.get(place);
            if (moment.time() - log.get(from).time() > rules.window()
                    || (!times.isEmpty() && moment.time() - times.get(times.size() - 1) > rules.stepWindow())) {
                break;
            }
            if (!times.isEmpty() && moment.hits(times.size() - 1)) {
                return new Gathered(times, place + 1, true, ((moment.drops() >> (times.size() - 1)) & 1) != 0);
            }
            covered = further(covered, moment);
            if (covered.stream().anyMatch(stages -> Integer.bitCount(stages) > times.size())) {
                times.add(moment.time());
            }
        }
        return new Gathered(times, place, false, false);
    }

    /** All sets of stages that moments can stand for, with one moment more that stands for one stage or none. */
    private Set<Integer> further(Set<Integer> covered, Moment moment) {
        Set<Integer> further = new HashSet<>(covered);
        for (int stages : covered) {
            for (int stage = 0; stage < rules.stages(); stage++) {
                if (moment.matches(stage)) {
                    further.add(stages | 1 << stage);
                }
            }
        }
        return further;
    }
}
