package io.tideline.funnel.match;

import java.util.List;

/**
 * Reads a customer's attempts out of their journey, in every mode. Holds no customer's state between two calls, but reuses its own memory: one machine serves
 * one thread.
 */
public final class FunnelMachine {
    private final FunnelRules rules;
    private final Walk walk;
    private final Occurrences occurrences = new Occurrences();

    public FunnelMachine(FunnelRules rules) {
        this.rules = rules;
        this.walk = walkOf(rules);
    }

    /** The attempts that count: at most one where customers are counted, none where the funnel was not entered. */
    public List<Attempt> attempts(Journey journey) {
        if (rules.order() != StepOrder.ORDERED && rules.tolerance() > 0) {
            journey.reorderWithin(rules.tolerance());
        }
        occurrences.fill(journey, rules);
        List<Attempt> attempts = walk.walk(journey, occurrences);
        return rules.unit() == CountUnit.CUSTOMER ? LatestStartWalk.bestOf(attempts) : attempts;
    }

    private static Walk walkOf(FunnelRules rules) {
        if (rules.order() == StepOrder.ANY_ORDER) {
            return new AnyOrderWalk(rules);
        }
        return switch (rules.reentry()) {
            case FIRST_ENTRY -> new OneByOneWalk(rules, rules.unit() == CountUnit.CUSTOMER);
            case EACH_ATTEMPT -> new OneByOneWalk(rules, false);
            case NEAREST -> new NearestWalk(rules);
            case BEST_ENTRY -> new LatestStartWalk(rules);
        };
    }
}
