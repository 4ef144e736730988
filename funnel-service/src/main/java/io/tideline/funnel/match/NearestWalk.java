package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every entry opens an attempt; a moment goes to the nearest attempt that waits for its stage, and to no other. */
final class NearestWalk implements Walk {
    private final FunnelRules rules;
    /** By the stage they stand at, the one that got there last at the end. */
    private final List<List<Chain>> waiting = new ArrayList<>();

    private final List<Attempt> ended = new ArrayList<>();

    NearestWalk(FunnelRules rules) {
        this.rules = rules;
        for (int stage = 0; stage < rules.stages(); stage++) {
            waiting.add(new ArrayList<>());
        }
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        ended.clear();
        waiting.forEach(List::clear);
        for (int entry = 0; entry < journey.size(); entry++) {
            boolean ends = false;
            if (journey.excludes(entry)) {
                if (dropsAny(journey, entry)) {
                    return null;
                }
                ends = endAny(journey, entry);
            }
            if (!give(journey, entry) && !ends && journey.admits(rules, entry)) {
                waiting.get(0).add(new Chain(rules, journey, entry));
            }
        }
        waiting.forEach(chains -> chains.forEach(chain -> ended.add(chain.end())));
        return List.copyOf(ended);
    }

    private boolean dropsAny(Journey journey, int entry) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            if (journey.drops(entry, stage) && waiting.get(stage).stream().anyMatch(chain -> chain.isOpenFor(entry))) {
                return true;
            }
        }
        return false;
    }

    /** Ends the attempts that stand where the moment excludes; whether any of them was still open. */
    private boolean endAny(Journey journey, int entry) {
        boolean wasOpen = false;
        for (int stage = 0; stage < rules.stages(); stage++) {
            if (journey.ends(entry, stage)) {
                for (Chain chain : waiting.get(stage)) {
                    wasOpen |= chain.isOpenFor(entry);
                    ended.add(chain.endedBy(entry).end());
                }
                waiting.get(stage).clear();
            }
        }
        return wasOpen;
    }

    /** Whether an attempt took the moment as its next step. */
    private boolean give(Journey journey, int entry) {
        for (int stage = rules.last(); stage > 0; stage--) {
            if ((journey.stages(entry) >> stage & 1) != 0 && give(stage, entry)) {
                return true;
            }
        }
        return false;
    }

    private boolean give(int stage, int entry) {
        Chain nearest = null;
        for (int from = 0; from < stage; from++) {
            Chain candidate = rules.leads(from, stage) ? nearest(waiting.get(from), stage, entry) : null;
            if (candidate != null && (nearest == null || candidate.lastEntry() > nearest.lastEntry())) {
                nearest = candidate;
            }
        }
        if (nearest == null) {
            return false;
        }
        waiting.get(nearest.furthest()).remove(nearest);
        nearest.take(stage, entry);
        if (nearest.isConverted()) {
            ended.add(nearest.end());
        } else {
            waiting.get(stage).add(nearest);
        }
        return true;
    }

    /** Attempts that can take nothing any more are ended on the way, so that each is looked at once. */
    private @Nullable Chain nearest(List<Chain> chains, int stage, int entry) {
        for (int at = chains.size() - 1; at >= 0; at--) {
            Chain chain = chains.get(at);
            if (chain.accepts(stage, entry)) {
                return chain;
            }
            if (!chain.isOpenFor(entry)) {
                ended.add(chain.end());
                chains.remove(at);
            }
        }
        return null;
    }
}
