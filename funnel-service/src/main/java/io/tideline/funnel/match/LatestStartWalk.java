package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for every stage the attempts that got there and that no other one there outlives. A later start leaves more of the window and a later required
 * stage more of the step, so nothing else can do better from there on, and a customer converts if any entry converts.
 * <pre>chains[k] := undominated(chains[k] ∪ {c + moment | c in chains[j], j &lt; k, c may still go on})</pre>
 * Where attempts are counted, entries compete until the best of them ends; it counts as one, and what still runs competes for the next.
 */
final class LatestStartWalk implements Walk {
    private final FunnelRules rules;
    private final boolean onlyBest;
    private final List<List<Chain>> chains = new ArrayList<>();
    private final List<Attempt> ended = new ArrayList<>();
    private @Nullable Chain best;

    LatestStartWalk(FunnelRules rules) {
        this.rules = rules;
        this.onlyBest = rules.isPerCustomer();
        for (int stage = 0; stage < rules.stages(); stage++) {
            chains.add(new ArrayList<>(1));
        }
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        forget();
        ended.clear();
        for (int entry = 0; entry < journey.size(); entry++) {
            if (!onlyBest && best != null && !best.isOpenFor(entry)) {
                succeedUntil(entry);
            }
            boolean ends = false;
            if (journey.excludes(entry)) {
                if (dropsAny(journey, entry)) {
                    return null;
                }
                ends = endAny(entry);
            }
            if (grow(journey, entry, !ends)) {
                conclude();
                if (onlyBest) {
                    return List.copyOf(ended);
                }
            }
        }
        while (!onlyBest && best != null && best.closes() <= rules.asOf()) {
            long over = best.closes();
            succeed(best, chain -> chain.closes() > over);
        }
        conclude();
        return List.copyOf(ended);
    }

    /** Whether the moment completed the funnel. */
    private boolean grow(Journey journey, int entry, boolean mayBegin) {
        int stages = journey.stages(entry);
        for (int left = stages & -2; left != 0; ) {
            int stage = 31 - Integer.numberOfLeadingZeros(left);
            left ^= 1 << stage;
            extend(stage, entry);
            if (stage == rules.last() && best != null && best.isConverted()) {
                return true;
            }
        }
        if (mayBegin && journey.admits(rules, entry)) {
            keep(new Chain(rules, journey, entry));
            return rules.last() == 0;
        }
        return false;
    }

    private void extend(int stage, int entry) {
        Chain latest = null;
        for (int from = stage - 1; from >= 0; from--) {
            for (Chain chain : chains.get(from)) {
                if (!chain.accepts(stage, entry)) {
                    continue;
                }
                if (rules.isOptional(stage)) {
                    keep(chain.with(stage, entry));
                } else if (latest == null || chain.beginsAfter(latest)) {
                    latest = chain;
                }
            }
        }
        if (latest != null) {
            keep(latest.with(stage, entry));
        }
    }

    private void keep(Chain grown) {
        List<Chain> there = chains.get(grown.furthest());
        boolean isOutlived = false;
        for (int at = there.size() - 1; at >= 0; at--) {
            if (grown.outlives(there.get(at))) {
                there.remove(at);
            } else {
                isOutlived |= there.get(at).outlives(grown);
            }
        }
        if (!isOutlived) {
            there.add(grown);
        }
        if (best == null || grown.outdoes(best)) {
            best = grown;
        }
    }

    private boolean dropsAny(Journey journey, int entry) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            if (journey.drops(entry, stage) && chains.get(stage).stream().anyMatch(chain -> stands(chain, entry))) {
                return true;
            }
        }
        return false;
    }

    /** Ends the ways that are where the moment excludes; whether an attempt stood there. */
    private boolean endAny(int entry) {
        Chain over = best != null && best.isEndedBy(entry) && best.isOpenFor(entry) ? best.endedBy(entry) : null;
        boolean wasOpen = false;
        for (List<Chain> there : chains) {
            for (Chain chain : there) {
                wasOpen |= chain.isEndedBy(entry) && stands(chain, entry);
            }
        }
        chains.forEach(there -> there.removeIf(chain -> chain.isEndedBy(entry)));
        if (over != null && !onlyBest) {
            succeed(over, openFor(entry));
        }
        return wasOpen;
    }

    /**
     * Whether an open attempt has got no further than this: what it left behind on its way is not where it stands. Of several that could take a moment only
     * the latest start is kept, so what a later start has come to by now, this one has come to as well.
     */
    private boolean stands(Chain chain, int entry) {
        if (!chain.isOpenFor(entry)) {
            return false;
        }
        for (int stage = chain.furthest() + 1; stage < rules.stages(); stage++) {
            for (Chain further : chains.get(stage)) {
                if (!chain.beginsAfter(further) && further.isOpenFor(entry)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each that was over before a moment gave way, when it was over, to the best that still ran then. */
    private void succeedUntil(int entry) {
        while (best != null && !best.isOpenFor(entry)) {
            long over = best.closes();
            succeed(best, chain -> chain.isOpenFor(entry) || chain.closes() > over);
        }
    }

    private static Predicate<Chain> openFor(int entry) {
        return chain -> chain.isOpenFor(entry);
    }

    /** The best one is over; of the later entries that still run the best is the next. */
    private void succeed(Chain over, Predicate<Chain> isOpen) {
        ended.add(over.end());
        best = null;
        for (List<Chain> there : chains) {
            there.removeIf(chain -> !chain.beginsAfter(over) || !isOpen.test(chain));
            for (Chain chain : there) {
                if (best == null || chain.outdoes(best)) {
                    best = chain;
                }
            }
        }
    }

    /** Ends everything; the best one counts. */
    private void conclude() {
        if (best != null) {
            ended.add(onlyBest && !best.isConverted() ? besideAll(best) : best.end());
        }
        forget();
    }

    /** The best one, and until when any that still runs may take its place. */
    private Attempt besideAll(Chain chosen) {
        Chain longest = chosen;
        for (List<Chain> there : chains) {
            for (Chain chain : there) {
                if (chain.closes() > longest.closes()) {
                    longest = chain;
                }
            }
        }
        return Attempt.of(chosen, longest);
    }

    private void forget() {
        chains.forEach(List::clear);
        best = null;
    }
}
