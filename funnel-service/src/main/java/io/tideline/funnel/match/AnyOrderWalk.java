package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        boolean perCustomer = rules.unit() == CountUnit.CUSTOMER;
        this.onlyFirst = perCustomer && rules.reentry() == ReentryPolicy.FIRST_ENTRY;
        this.sliding = perCustomer
                && (rules.reentry() == ReentryPolicy.BEST_ENTRY || rules.reentry() == ReentryPolicy.NEAREST);
    }

    @Override
    public List<Attempt> walk(Journey journey, Occurrences occurrences) {
        List<Attempt> attempts = new ArrayList<>();
        int from = 0;
        while (from < journey.size()) {
            if (!matches(journey.mask(from)) || !rules.admits(journey.time(from))) {
                from++;
                continue;
            }
            Gathered gathered = gather(journey, from);
            attempts.add(gathered.attempt());
            if (onlyFirst || (sliding && isFinal(gathered, journey, from))) {
                break;
            }
            from = sliding ? from + 1 : gathered.next();
        }
        return attempts;
    }

    /** @param next where the moments begin that this attempt leaves for a further one */
    private record Gathered(Attempt attempt, int next) {}

    private Gathered gather(Journey journey, int from) {
        long[] times = new long[rules.stages()];
        Arrays.fill(times, Attempt.ABSENT);
        int missing = (1 << rules.stages()) - 1;
        int found = 0;
        int at = from;
        for (; at < journey.size() && missing != 0; at++) {
            long time = journey.time(at);
            if (time - journey.time(from) > rules.window()
                    || (found > 0 && time - times[found - 1] > rules.stepWindow())) {
                break;
            }
            if (at > from && (journey.mask(at) & Journey.EXCLUDED) != 0) {
                at++;
                break;
            }
            int wanted = journey.mask(at) & missing;
            if (wanted != 0) {
                missing ^= Integer.lowestOneBit(wanted);
                times[found++] = time;
            }
        }
        return new Gathered(new Attempt(rules, times, found - 1), at);
    }

    /** No later start can do better: without a window an earlier start sees all that a later one sees. */
    private boolean isFinal(Gathered gathered, Journey journey, int from) {
        boolean rest = gathered.next() >= journey.size();
        return rest
                && !gathered.attempt().isConverted()
                && journey.mask(from) != 0
                && rules.window() == FunnelRules.ENDLESS
                && rules.stepWindow() == FunnelRules.ENDLESS;
    }

    private boolean matches(int mask) {
        return (mask & ~Journey.EXCLUDED) != 0;
    }
}
