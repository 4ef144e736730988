package io.tideline.funnel.match;

import java.util.function.IntBinaryOperator;

/**
 * The attempt that begins with one moment and takes for each stage the first moment it can.
 *
 * @param next the first moment that a further attempt may begin with
 */
record Run(Attempt attempt, End end, int next) {
    /** Why it went no further. */
    enum End {
        CONVERTED,
        EXCLUDED,
        DROPPED,
        TIME_OR_MOMENTS
    }

    static Run of(FunnelRules rules, Journey journey, int from) {
        return of(rules, journey, from, (standing, next) -> next);
    }

    /** @param matters by the stage an attempt stands at, the first moment from one on that can matter to it */
    static Run of(FunnelRules rules, Journey journey, int from, IntBinaryOperator matters) {
        Chain chain = new Chain(rules, journey, from);
        for (int entry = matters.applyAsInt(0, from + 1);
                entry < journey.size() && !chain.isConverted();
                entry = matters.applyAsInt(chain.furthest(), entry + 1)) {
            if (!chain.isOpenFor(entry)) {
                return new Run(chain.end(), End.TIME_OR_MOMENTS, entry);
            }
            if (journey.drops(entry, chain.furthest())) {
                return new Run(chain.end(), End.DROPPED, entry + 1);
            }
            if (chain.isEndedBy(entry)) {
                return new Run(chain.endedBy(entry).end(), End.EXCLUDED, entry + 1);
            }
            if (!chain.takes(entry) && rules.isStrict() && journey.interrupts(entry)) {
                return new Run(chain.end(), End.TIME_OR_MOMENTS, entry);
            }
        }
        return chain.isConverted()
                ? new Run(chain.end(), End.CONVERTED, chain.lastEntry() + 1)
                : new Run(chain.end(), End.TIME_OR_MOMENTS, journey.size());
    }
}
