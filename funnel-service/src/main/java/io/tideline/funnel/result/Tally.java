package io.tideline.funnel.result;

import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelRules;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Attempts added up: how many reached each stage, how long it took them, and where the others stand.
 * An attempt that has not converted is pending while its window is open at {@code asOf}, and dropped from the end of the window on.
 */
final class Tally {
    private final FunnelRules rules;
    private final long asOf;
    private final int[] reached;
    private final List<Samples> fromPrevious;
    private final List<Samples> fromStart;
    private final List<CustomerList> pendingAt;
    private final List<CustomerList> droppedAt;
    private final Samples convertedAges = new Samples();
    private final Samples otherAges = new Samples();
    private int converted;
    private int matured;
    private int maturedConverted;

    Tally(FunnelRules rules, long asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.reached = new int[rules.stages()];
        this.fromPrevious = each(Samples::new);
        this.fromStart = each(Samples::new);
        this.pendingAt = each(CustomerList::new);
        this.droppedAt = each(CustomerList::new);
    }

    private <T> List<T> each(java.util.function.Supplier<T> made) {
        return IntStream.range(0, rules.stages()).mapToObj(stage -> made.get()).toList();
    }

    void add(UUID customer, Attempt attempt) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            if (attempt.reached(stage)) {
                reached[stage]++;
            }
            if (stage > 0 && attempt.wasSeenIn(stage)) {
                addTimes(attempt, stage);
            }
        }
        addOutcome(customer, attempt);
    }

    /** Adds what another of the same rules has counted of other customers. */
    void add(Tally other) {
        for (int stage = 0; stage < rules.stages(); stage++) {
            reached[stage] += other.reached[stage];
            fromPrevious.get(stage).addAll(other.fromPrevious.get(stage));
            fromStart.get(stage).addAll(other.fromStart.get(stage));
            pendingAt.get(stage).appendAll(other.pendingAt.get(stage));
            droppedAt.get(stage).appendAll(other.droppedAt.get(stage));
        }
        convertedAges.addAll(other.convertedAges);
        otherAges.addAll(other.otherAges);
        converted += other.converted;
        matured += other.matured;
        maturedConverted += other.maturedConverted;
    }

    private void addTimes(Attempt attempt, int stage) {
        fromStart.get(stage).add(Micros.seconds(attempt.at(stage) - attempt.start()));
        int previous = previous(stage);
        if (attempt.wasSeenIn(previous)) {
            fromPrevious.get(stage).add(Micros.seconds(attempt.at(stage) - attempt.at(previous)));
        }
    }

    private void addOutcome(UUID customer, Attempt attempt) {
        boolean isMature = rules.window() != FunnelRules.ENDLESS && asOf - attempt.start() >= rules.window();
        matured += isMature ? 1 : 0;
        if (attempt.isConverted()) {
            converted++;
            maturedConverted += isMature ? 1 : 0;
            convertedAges.add(Micros.seconds(attempt.at(rules.last()) - attempt.start()));
        } else if (asOf < attempt.openUntil()) {
            pendingAt.get(attempt.standsAt()).append(customer);
            otherAges.add(Micros.seconds(asOf - attempt.start()));
        } else {
            droppedAt.get(attempt.standsAt()).append(customer);
            otherAges.add(ageOfDropped(attempt));
        }
    }

    /** Who has dropped is known not to convert for the rest of the window. */
    private double ageOfDropped(Attempt attempt) {
        return Micros.seconds(rules.window() == FunnelRules.ENDLESS ? asOf - attempt.start() : rules.window());
    }

    /** The required stage before this one: an optional stage filters nobody. */
    int previous(int stage) {
        int previous = stage - 1;
        while ((rules.optional() >> previous & 1) != 0) {
            previous--;
        }
        return previous;
    }

    FunnelRules rules() {
        return rules;
    }

    int entered() {
        return reached[0];
    }

    int converted() {
        return converted;
    }

    int matured() {
        return matured;
    }

    int maturedConverted() {
        return maturedConverted;
    }

    int reached(int stage) {
        return reached[stage];
    }

    List<UUID> pendingAt(int stage) {
        return pendingAt.get(stage);
    }

    List<UUID> droppedAt(int stage) {
        return droppedAt.get(stage);
    }

    double[] secondsFromPrevious(int stage) {
        return fromPrevious.get(stage).values();
    }

    double[] secondsFromStart(int stage) {
        return fromStart.get(stage).values();
    }

    double[] convertedAges() {
        return convertedAges.values();
    }

    double[] otherAges() {
        return otherAges.values();
    }
}
