package io.tideline.funnel.match;

import io.tideline.funnel.match.NaiveFunnel.Expected;
import io.tideline.funnel.match.OracleCase.Moment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who is pending, by asking the future: whoever would convert if all that they still lack happened the instant after all that is known, and nobody could enter
 * any more.
 */
final class NaiveFuture {
    private final FunnelRules rules;
    private final NaiveFunnel funnel;

    NaiveFuture(FunnelRules rules) {
        this.rules = rules;
        this.funnel = new NaiveFunnel(closed(rules));
    }

    /**
     * How many of the attempts that count are pending.
     *
     * @param logs the customer's ways in the order in which they are read
     * @param known the attempts of each
     */
    int pending(List<List<Moment>> logs, List<List<Expected>> known) {
        boolean perCustomer = rules.unit() == CountUnit.CUSTOMER;
        List<Expected> counting = funnel.counting(known);
        if (counting.isEmpty() || (perCustomer && converted(counting) > 0)) {
            return 0;
        }
        return perCustomer ? pendingOf(logs) : pendingOf(logs, known);
    }

    private int pendingOf(List<List<Moment>> logs) {
        return all().stream().anyMatch(next -> converted(funnel.counting(funnel.ofAll(followed(logs, next)))) > 0)
                ? 1
                : 0;
    }

    private int pendingOf(List<List<Moment>> logs, List<List<Expected>> known) {
        int pending = 0;
        for (int way = 0; way < logs.size(); way++) {
            List<List<Moment>> log = logs.subList(way, way + 1);
            List<Expected> attempts = known.get(way);
            pending += all().stream()
                    .mapToInt(next -> converted(funnel.ofAll(followed(log, times(next, attempts.size())))
                                    .get(0))
                            - converted(attempts))
                    .max()
                    .orElseThrow();
        }
        return pending;
    }

    private static List<List<Moment>> followed(List<List<Moment>> logs, List<Moment> next) {
        return logs.stream()
                .map(log -> Stream.concat(log.stream(), next.stream()).toList())
                .toList();
    }

    /** So often that each of several attempts that wait beside one another finds what it lacks. */
    private List<Moment> times(List<Moment> next, int attempts) {
        boolean side = rules.reentry() == ReentryPolicy.NEAREST && rules.order() == StepOrder.ORDERED;
        return side
                ? Collections.nCopies(attempts, next).stream()
                        .flatMap(List::stream)
                        .toList()
                : next;
    }

    /** Every stage that must not be left out, in order; read strictly, only as much of it as something lacks. */
    private List<List<Moment>> all() {
        boolean any = rules.order() == StepOrder.ANY_ORDER;
        List<Moment> lacking = new ArrayList<>();
        for (int stage = any ? 0 : 1; stage < rules.stages(); stage++) {
            boolean mayLack = ((rules.optional() | rules.skippable()) >> stage & 1) != 0;
            if (!mayLack || stage == rules.stages() - 1) {
                lacking.add(new Moment(rules.asOf() + 1, 1 << stage, 0, 0, null, false, false));
            }
        }
        if (rules.order() != StepOrder.STRICT) {
            return List.of(lacking);
        }
        return IntStream.range(0, lacking.size())
                .mapToObj(from -> lacking.subList(from, lacking.size()))
                .toList();
    }

    private static int converted(List<Expected> attempts) {
        return (int) attempts.stream().filter(Expected::converted).count();
    }

    private static FunnelRules closed(FunnelRules rules) {
        return new FunnelRules(
                rules.stages(),
                rules.optional(),
                rules.skippable(),
                rules.order(),
                rules.reentry(),
                rules.unit(),
                rules.entry(),
                rules.window(),
                rules.stepWindow(),
                rules.tolerance(),
                rules.entryFrom(),
                Math.min(rules.entryTo(), rules.asOf() + 1),
                rules.asOf());
    }
}
