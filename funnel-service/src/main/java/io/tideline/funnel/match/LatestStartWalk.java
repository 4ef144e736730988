package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps for every stage the attempt that got there with the latest start. A later start leaves more of the window, so no other attempt can do better from
 * there on, and a customer converts if any entry converts.
 * <pre>chain[k] := chain[j] + moment, j &lt; k with the latest start that may still go on</pre>
 */
final class LatestStartWalk implements Walk {
    private final FunnelRules rules;
    private final boolean onlyBest;
    private final @Nullable Chain[] chains;
    private final List<Attempt> ended = new ArrayList<>();
    private @Nullable Chain best;

    LatestStartWalk(FunnelRules rules) {
        this.rules = rules;
        this.onlyBest = rules.unit() == CountUnit.CUSTOMER;
        this.chains = new Chain[rules.stages()];
    }

    @Override
    public List<Attempt> walk(Journey journey, Occurrences occurrences) {
        forget();
        ended.clear();
        int usedUp = -1;
        for (int at = 0; at < occurrences.size(); at++) {
            int entry = occurrences.entry(at);
            int stage = occurrences.stage(at);
            if (entry == usedUp) {
                continue;
            }
            endExpired(journey.time(entry));
            if (stage == Occurrences.EXCLUSION) {
                usedUp = endAll(journey.time(entry)) ? entry : usedUp;
            } else if (grow(journey, entry, stage)) {
                usedUp = entry;
                endBest();
                forget();
                if (onlyBest) {
                    break;
                }
            }
        }
        endBest();
        return onlyBest ? bestOf(ended) : List.copyOf(ended);
    }

    /** Whether the moment completed the funnel. */
    private boolean grow(Journey journey, int entry, int stage) {
        Chain grown = stage == 0
                ? rules.admits(journey.time(entry)) ? new Chain(rules, journey, entry) : null
                : extended(entry, stage);
        if (grown == null) {
            return false;
        }
        Chain known = chains[stage];
        if (known == null || grown.start() >= known.start() || !known.isOpenAt(journey.time(entry))) {
            chains[stage] = grown;
        }
        if (best == null || grown.outdoes(best)) {
            best = grown;
        }
        return stage == rules.last();
    }

    private @Nullable Chain extended(int entry, int stage) {
        Chain chosen = null;
        for (int from = stage - 1; from >= 0; from--) {
            Chain chain = chains[from];
            if (chain != null && chain.accepts(stage, entry) && (chosen == null || chain.start() > chosen.start())) {
                chosen = chain;
            }
        }
        return chosen == null ? null : chosen.with(stage, entry);
    }

    /** Where attempts are counted, the best one is over with its window, and what still runs becomes the next. */
    private void endExpired(long time) {
        if (onlyBest || best == null || best.isOpenAt(time)) {
            return;
        }
        endBest();
        for (int stage = 0; stage < chains.length; stage++) {
            Chain chain = chains[stage];
            if (chain == null || !chain.isOpenAt(time)) {
                chains[stage] = null;
            } else if (best == null || chain.outdoes(best)) {
                best = chain;
            }
        }
    }

    private boolean endAll(long time) {
        boolean wasOpen = false;
        for (Chain chain : chains) {
            wasOpen |= chain != null && chain.isOpenAt(time);
        }
        endBest();
        forget();
        return wasOpen;
    }

    private void endBest() {
        if (best != null) {
            ended.add(best.end());
            best = null;
        }
    }

    private void forget() {
        Arrays.fill(chains, null);
        best = null;
    }

    static List<Attempt> bestOf(List<Attempt> attempts) {
        Attempt best = null;
        for (Attempt attempt : attempts) {
            if (best == null || attempt.outdoes(best)) {
                best = attempt;
            }
        }
        return best == null ? List.of() : List.of(best);
    }
}
