package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a customer's attempts out of their journey, in every mode. Holds no customer's state between two calls, but reuses its own memory: one machine serves
 * one thread.
 */
public final class FunnelMachine {
    private final FunnelRules rules;
    private final Walk walk;

    public FunnelMachine(FunnelRules rules) {
        this.rules = rules;
        this.walk = walkOf(rules);
    }

    /** The attempts that count: at most one where customers are counted, none where the funnel was not entered or the customer was dropped. */
    public List<Attempt> attempts(Journey journey) {
        return attemptsOf(journey);
    }

    private List<Attempt> attemptsOf(Journey journey) {
        journey.prepare(rules);
        List<Attempt> attempts = walk.walk(journey);
        return attempts == null ? List.of() : counting(attempts);
    }

    /** The same where a customer goes several ways apart from one another: one attempt of all ways where customers are counted. */
    public List<Attempt> attempts(List<Journey> ways) {
        if (ways.size() == 1) {
            return attemptsOf(ways.get(0));
        }
        List<Attempt> all = new ArrayList<>(1);
        for (Journey way : ways) {
            way.prepare(rules);
            List<Attempt> attempts = walk.walk(way);
            if (attempts == null) {
                return List.of();
            }
            all.addAll(counting(attempts));
        }
        return counting(all);
    }

    private List<Attempt> counting(List<Attempt> attempts) {
        if (!rules.isPerCustomer() || attempts.size() < 2) {
            return attempts;
        }
        Attempt chosen = attempts.get(0);
        for (Attempt attempt : attempts) {
            if (rules.prefers(attempt, chosen)) {
                chosen = attempt;
            }
        }
        return List.of(rules.mayReenter() ? besideAll(chosen, attempts) : chosen);
    }

    private static Attempt besideAll(Attempt chosen, List<Attempt> attempts) {
        Attempt beside = chosen;
        for (Attempt attempt : attempts) {
            beside = beside.beside(attempt);
        }
        return beside;
    }

    private static Walk walkOf(FunnelRules rules) {
        if (rules.order() == StepOrder.ANY_ORDER) {
            return new AnyOrderWalk(rules);
        }
        return switch (rules.reentry()) {
            case FIRST_ENTRY -> new OneByOneWalk(rules, rules.isPerCustomer());
            case EACH_ATTEMPT -> new OneByOneWalk(rules, false);
            case EARLIEST_LONGEST ->
                rules.isPerCustomer() ? new EarliestLongestWalk(rules) : new OneByOneWalk(rules, false);
            case NEAREST -> new NearestWalk(rules);
            case BEST_ENTRY -> new LatestStartWalk(rules);
        };
    }
}
