package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attempts that take for every stage the first moment they can: of all chains of an entry the one whose steps come earliest, one after the other. */
final class NaiveRuns {
    private final FunnelRules rules;
    private final List<Moment> log;

    NaiveRuns(FunnelRules rules, List<Moment> log) {
        this.rules = rules;
        this.log = log;
    }

    /**
     * @param end place of the first moment that is not the attempt's any more
     * @param by whether that moment excluded it
     * @param drops with its customer
     */
    private record Run(NaiveChain chain, int end, boolean by, boolean drops) {}

    @Nullable
    List<Expected> oneByOne(boolean onlyFirst) {
        List<Expected> found = new ArrayList<>();
        int from = 0;
        while (from < log.size()) {
            if (!NaiveFunnel.mayStart(rules, log, from)) {
                from++;
                continue;
            }
            Run run = run(from);
            if (run.drops()) {
                return null;
            }
            found.add(Expected.of(run.chain()));
            if (onlyFirst) {
                return found;
            }
            from = run.by() ? run.end() + 1 : run.end();
        }
        return found;
    }

    @Nullable
    List<Expected> earliestLongest() {
        Set<Integer> usedUp = new HashSet<>();
        List<NaiveChain> runs = new ArrayList<>();
        for (int from = 0; from < log.size(); from++) {
            if (usedUp.contains(from) || !NaiveFunnel.mayStart(rules, log, from)) {
                continue;
            }
            Run run = run(from);
            if (run.drops()) {
                return null;
            }
            if (run.by()) {
                usedUp.add(run.end());
            }
            runs.add(run.chain());
            if (run.chain().isConverted()) {
                break;
            }
        }
        return runs.stream()
                .sorted(Comparator.comparing((NaiveChain chain) -> -chain.furthest())
                        .thenComparing(NaiveChain::start))
                .limit(1)
                .map(Expected::of)
                .toList();
    }

    private Run run(int from) {
        NaiveChain chain = NaiveChain.starting(rules, log, from).all().stream()
                .min(NaiveRuns::earliest)
                .orElseThrow();
        if (chain.isConverted()) {
            return new Run(chain, chain.last() + 1, false, false);
        }
        for (int place = chain.last() + 1; place < log.size(); place++) {
            if (!chain.isOpenFor(place)) {
                return new Run(chain, place, false, false);
            }
            if (log.get(place).hits(chain.furthest())) {
                boolean drops = (log.get(place).drops() >> chain.furthest() & 1) != 0;
                return new Run(chain, place, true, drops);
            }
            if (rules.order() == StepOrder.STRICT && !log.get(place).loose()) {
                return new Run(chain, place, false, false);
            }
        }
        return new Run(chain, log.size(), false, false);
    }

    private static int earliest(NaiveChain one, NaiveChain other) {
        int both = Math.min(one.places().size(), other.places().size());
        for (int step = 0; step < both; step++) {
            if (!one.places().get(step).equals(other.places().get(step))) {
                return one.places().get(step) - other.places().get(step);
            }
            if (!one.stages().get(step).equals(other.stages().get(step))) {
                return other.stages().get(step) - one.stages().get(step);
            }
        }
        return other.places().size() - one.places().size();
    }
}
