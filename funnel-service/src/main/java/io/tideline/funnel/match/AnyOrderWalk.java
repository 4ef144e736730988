package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages in any order: an attempt is a set of moments of different stages within one window, and has come as far as it has different stages. A moment that
 * matches several stages counts for the first that is still missing.
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
        List<Attempt> attempts = new ArrayList<>();
        BitSet ending = new BitSet();
        int converted = journey.size();
        int dropped = journey.size();
        for (int from = 0; from < journey.size(); ) {
            if (ending.get(from) || !journey.admits(rules, from)) {
                from++;
                continue;
            }
            Gathered gathered = gather(journey, from);
            int last = gathered.next() - 1;
            if (gathered.end() == Run.End.EXCLUDED) {
                ending.set(last);
            }
            converted = gathered.end() == Run.End.CONVERTED ? Math.min(converted, last) : converted;
            dropped = gathered.end() == Run.End.DROPPED ? Math.min(dropped, last) : dropped;
            attempts.add(gathered.attempt());
            if (onlyFirst || (sliding && isFinal(gathered))) {
                break;
            }
            from = sliding ? from + 1 : gathered.next();
        }
        boolean inTime = sliding && converted < dropped;
        return dropped < journey.size() && !inTime ? null : attempts;
    }

    /** @param next where the moments begin that this attempt leaves for a further one */
    private record Gathered(Attempt attempt, Run.End end, int next) {}

    private Gathered gather(Journey journey, int from) {
        long[] times = new long[rules.stages()];
        Arrays.fill(times, Attempt.ABSENT);
        int missing = rules.entering();
        int found = 0;
        Run.End end = Run.End.TIME_OR_MOMENTS;
        int at = from;
        while (at < journey.size() && missing != 0 && end == Run.End.TIME_OR_MOMENTS) {
            long time = journey.time(at);
            if (time - journey.time(from) > rules.window()
                    || (found > 0 && time - times[found - 1] > rules.stepWindow())) {
                break;
            }
            int wanted = journey.stages(at) & missing;
            if (at > from && journey.ends(at, found - 1)) {
                end = journey.drops(at, found - 1) ? Run.End.DROPPED : Run.End.EXCLUDED;
            } else if (wanted != 0) {
                missing ^= Integer.lowestOneBit(wanted);
                times[found++] = time;
            }
            at++;
        }
        end = missing == 0 ? Run.End.CONVERTED : end;
        return new Gathered(new Attempt(rules, times, found - 1), end, at);
    }

    /** No later start counts for more. */
    private boolean isFinal(Gathered gathered) {
        return rules.reentry() == ReentryPolicy.EARLIEST_LONGEST
                && gathered.attempt().isConverted();
    }
}
