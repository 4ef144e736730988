package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages in any order: an attempt is a set of moments of different stages within one window, and has come as far as it has different stages. A moment that
 * matches several stages counts for the first that is still missing.
 * <p>An attempt goes from one moment that matters to it to the next, so beginning one everywhere costs as many steps as there are moments and stages, not
 * moments times moments. Of a customer's conversions those count that complete first: by place, since what drops the customer may be of the same time.
 */
final class AnyOrderWalk implements Walk {
    private final FunnelRules rules;
    private final boolean sliding;
    private final boolean onlyFirst;

    AnyOrderWalk(FunnelRules rules) {
        this.rules = rules;
        this.onlyFirst = rules.isPerCustomer() && rules.reentry() == ReentryPolicy.FIRST_ENTRY;
        this.sliding = rules.isPerCustomer() && !onlyFirst && rules.reentry() != ReentryPolicy.EACH_ATTEMPT;
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        List<Attempt> attempts = new ArrayList<>(1);
        Places places = new Places(journey, rules.stages());
        BitSet ending = new BitSet();
        int converted = journey.size();
        int dropped = journey.size();
        for (int from = 0; from < journey.size(); ) {
            if (ending.get(from) || !journey.admits(rules, from)) {
                from++;
                continue;
            }
            Gathered gathered = gather(journey, places, from);
            int last = gathered.next() - 1;
            if (gathered.end() == Run.End.EXCLUDED) {
                ending.set(last);
            }
            dropped = gathered.end() == Run.End.DROPPED ? Math.min(dropped, last) : dropped;
            boolean isConverted = gathered.end() == Run.End.CONVERTED;
            if (sliding && isConverted && last < converted) {
                attempts.clear();
            }
            if (!sliding || !isConverted || last <= converted) {
                keep(attempts, gathered.attempt());
            }
            converted = isConverted ? Math.min(converted, last) : converted;
            if (onlyFirst || (sliding && isFinal(gathered))) {
                break;
            }
            from = sliding ? from + 1 : gathered.next();
        }
        boolean inTime = sliding && converted < dropped;
        return dropped < journey.size() && !inTime ? null : attempts;
    }

    /** Of attempts that begin everywhere only the one that counts. */
    private void keep(List<Attempt> attempts, Attempt attempt) {
        if (!sliding || attempts.isEmpty()) {
            attempts.add(attempt);
        } else if (rules.prefers(attempt, attempts.get(0))) {
            attempts.set(0, attempt);
        }
    }

    /** @param next where the moments begin that this attempt leaves for a further one */
    private record Gathered(Attempt attempt, Run.End end, int next) {}

    private Gathered gather(Journey journey, Places places, int from) {
        long[] times = new long[rules.stages()];
        Arrays.fill(times, Attempt.ABSENT);
        int missing = rules.entering();
        int found = 0;
        places.begin(from);
        for (int at = from; isOpen(journey, from, times, found, at); at = places.next(missing, found - 1, at + 1)) {
            if (at > from && journey.ends(at, found - 1)) {
                Run.End end = journey.drops(at, found - 1) ? Run.End.DROPPED : Run.End.EXCLUDED;
                return new Gathered(new Attempt(rules, times, found - 1), end, at + 1);
            }
            missing ^= Integer.lowestOneBit(journey.stages(at) & missing);
            times[found++] = journey.time(at);
            if (missing == 0) {
                return new Gathered(new Attempt(rules, times, found - 1), Run.End.CONVERTED, at + 1);
            }
        }
        int next = sliding ? from + 1 : closed(journey, from, times, found);
        return new Gathered(new Attempt(rules, times, found - 1), Run.End.TIME_OR_MOMENTS, next);
    }

    private boolean isOpen(Journey journey, int from, long[] times, int found, int at) {
        return at < journey.size()
                && journey.time(at) - journey.time(from) <= rules.window()
                && (found == 0 || journey.time(at) - times[found - 1] <= rules.stepWindow());
    }

    /** The first moment that is too late for an attempt that nothing else ends. */
    private int closed(Journey journey, int from, long[] times, int found) {
        int at = from;
        while (isOpen(journey, from, times, found, at)) {
            at++;
        }
        return at;
    }

    /** No later start counts for more. */
    private boolean isFinal(Gathered gathered) {
        return rules.reentry() == ReentryPolicy.EARLIEST_LONGEST
                && gathered.attempt().isConverted();
    }
}
