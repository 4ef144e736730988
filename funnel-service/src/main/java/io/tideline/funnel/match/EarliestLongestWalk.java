package io.tideline.funnel.match;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/** An attempt from every entry, each going from one moment that matters to it to the next; the first of those that get furthest counts. */
final class EarliestLongestWalk implements Walk {
    private final FunnelRules rules;

    EarliestLongestWalk(FunnelRules rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        Attempt longest = null;
        Attempt open = null;
        BitSet usedUp = new BitSet();
        boolean isFree = isFree(journey);
        IntBinaryOperator matters = matters(journey);
        for (int from = 0; from < journey.size() && (longest == null || !longest.isConverted()); from++) {
            if (usedUp.get(from) || !journey.admits(rules, from)) {
                continue;
            }
            Run run = Run.of(rules, journey, from, matters);
            if (run.end() == Run.End.DROPPED) {
                return null;
            }
            if (run.end() == Run.End.EXCLUDED) {
                usedUp.set(run.next() - 1);
            }
            if (longest == null || run.attempt().furthest() > longest.furthest()) {
                longest = run.attempt();
            }
            if (open == null || run.attempt().closes() > open.closes()) {
                open = run.attempt();
            }
            if (isFree) {
                break;
            }
        }
        return longest == null || open == null ? List.of() : List.of(longest.beside(open));
    }

    private IntBinaryOperator matters(Journey journey) {
        return rules.isStrict() ? (standing, next) -> next : new NextPlaces(rules, journey)::next;
    }

    /** Whether nothing ends an attempt: then what begins later meets nothing that the first has not met at the same stage or a later one. */
    private boolean isFree(Journey journey) {
        return rules.window() == FunnelRules.ENDLESS
                && rules.stepWindow() == FunnelRules.ENDLESS
                && !rules.isStrict()
                && !journey.excludesAny();
    }
}
