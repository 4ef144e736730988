package io.tideline.funnel.agent;

import io.tideline.funnel.result.Micros;
import java.time.Duration;

/**
 * Whether a won customer bought again in time.
 * <pre>rate = customers with a repurchase within 90 days after the deal ÷ customers whose 90 days have passed</pre>
 * The deal is the first order or the tag `deal`, whichever came first; a repurchase is a further order or the tag `repurchase`.
 * <p>Source: sales-messaging KPI guide, "customer maintenance"; the variant that counts repurchases only.
 */
final class MaintenanceRules {
    static final Duration WITHIN = Duration.ofDays(90);

    private static final long WITHIN_MICROS = Micros.of(WITHIN);

    private final long from;
    private final long to;
    private final long asOf;

    /** @param from first instant of deals that count
     *  @param to first instant of deals that count no more
     *  @param asOf instant up to which facts are known */
    MaintenanceRules(long from, long to, long asOf) {
        this.from = from;
        this.to = to;
        this.asOf = asOf;
    }

    /** What a moment means here. */
    enum Meaning {
        ORDER,
        DEAL_TAG,
        REPURCHASE_TAG
    }

    /** What became of one customer. */
    enum Outcome {
        NO_DEAL_IN_PERIOD,
        IMMATURE,
        LEFT_ALONE,
        MAINTAINED
    }

    /** One customer's moments in order. */
    interface Moments {
        int size();

        long time(int at);

        Meaning meaning(int at);
    }

    /** When the customer was won; {@link Long#MIN_VALUE} before that. */
    static long deal(Moments moments) {
        for (int at = 0; at < moments.size(); at++) {
            if (moments.meaning(at) != Meaning.REPURCHASE_TAG) {
                return moments.time(at);
            }
        }
        return Long.MIN_VALUE;
    }

    Outcome of(Moments moments) {
        long deal = deal(moments);
        boolean won = false;
        boolean ordered = false;
        boolean again = false;
        for (int at = 0; at < moments.size(); at++) {
            Meaning meaning = moments.meaning(at);
            boolean isFirstOrder = meaning == Meaning.ORDER && !ordered;
            ordered |= meaning == Meaning.ORDER;
            if (!won) {
                won = meaning != Meaning.REPURCHASE_TAG;
            } else if (!isFirstOrder && meaning != Meaning.DEAL_TAG) {
                long after = moments.time(at) - deal;
                again |= after > 0 && after <= WITHIN_MICROS;
            }
        }
        if (deal < from || deal >= to) {
            return Outcome.NO_DEAL_IN_PERIOD;
        }
        if (asOf - deal < WITHIN_MICROS) {
            return Outcome.IMMATURE;
        }
        return again ? Outcome.MAINTAINED : Outcome.LEFT_ALONE;
    }
}
