package io.tideline.gateway.operation.cost;

import graphql.language.Argument;
import graphql.language.InputValueDefinition;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimates the most an operation can cost with the variables of one request.
 * <pre>
 * field     = size * (weight + fields below) + arguments      size: 1 unless it is a list
 * fields    = largest sum over the types the object can have
 * mutation  = 10 more for each field at the root
 * </pre>
 */
public final class Estimate {
    private static final int MUTATION = 10;
    private static final int UNSIZED = -1;

    private final Supergraph supergraph;
    private final Weights weights;
    private final double otherwise;
    private final Given given;

    private Estimate(Supergraph supergraph, Weights weights, double otherwise, Given given) {
        this.supergraph = supergraph;
        this.weights = weights;
        this.otherwise = otherwise;
        this.given = given;
    }

    /** An estimate, and whether it is the same for all values of the variables. */
    public record Cost(double value, boolean fixed) {}

    /** {@code otherwise} is how many items a list has of which nothing is said. */
    public static Cost of(
            Operation operation,
            Map<String, @Nullable Object> variables,
            Supergraph supergraph,
            Weights weights,
            double otherwise) {
        Given given = new Given(operation.variables(), variables);
        Estimate estimate = new Estimate(supergraph, weights, otherwise, given);
        double fields = estimate.fields(operation.root(), operation.selections(), ListSize.UNSAID, UNSIZED);
        int changes = operation.isMutation() ? operation.selections().size() : 0;
        return new Cost(fields + MUTATION * (double) changes, !given.isAsked());
    }

    /** The costliest of the types an object can have; {@code size} is how many items the fields in {@code said} bring. */
    private double fields(String typeName, List<Selected> selections, ListSize said, double size) {
        int[] types = supergraph.possible(typeName).toArray();
        double[] costs = new double[selections.size()];
        double unconditional = 0;
        for (int index = 0; index < costs.length; index++) {
            Selected selected = selections.get(index);
            double sized = said.sized().contains(selected.name()) ? size : UNSIZED;
            costs[index] = selected.isTypename() ? 0 : field(owner(typeName, selected), selected, sized);
            unconditional += costs[index];
        }
        if (types.length <= 1) {
            return unconditional;
        }
        double most = 0;
        for (int type : types) {
            double sum = 0;
            for (int index = 0; index < costs.length; index++) {
                sum += selections.get(index).on().has(type) ? costs[index] : 0;
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private String owner(String typeName, Selected selected) {
        if (supergraph.type(typeName).field(selected.name()) != null
                || selected.on().isEmpty()) {
            return typeName;
        }
        return supergraph.runtimeTypes().get(selected.on().first());
    }

    private double field(String owner, Selected selected, double sized) {
        ListSize said = weights.size(owner, selected.name());
        double slice = UNSIZED;
        for (ListSize candidate : said(owner, selected)) {
            double items = slice(owner, selected, candidate);
            said = items > slice ? candidate : said;
            slice = Math.max(items, slice);
        }
        double below = selected.isLeaf() ? 0 : fields(selected.typeName(), selected.below(), said, slice);
        double one = weight(owner, selected) + below;
        double count = 1;
        if (sized >= 0) {
            count = sized;
        } else if (Weights.isList(selected.type())) {
            count = said.sized().isEmpty() ? slice : otherwise;
        }
        return count * one + arguments(owner, selected);
    }

    /** What the schema says of the field's size: at each type it applies to, else at the interface. */
    private Set<ListSize> said(String owner, Selected selected) {
        ListSize common = weights.size(owner, selected.name());
        Set<ListSize> said = new LinkedHashSet<>();
        for (int type : selected.on().toArray()) {
            ListSize here = weights.size(supergraph.runtimeTypes().get(type), selected.name());
            said.add(here.equals(ListSize.UNSAID) ? common : here);
        }
        return said.isEmpty() ? Set.of(common) : said;
    }

    /** The largest weight written at the field for any type it applies to, else that of what it returns. */
    private double weight(String owner, Selected selected) {
        Double written = weights.field(owner, selected.name());
        for (int type : selected.on().toArray()) {
            Double there = weights.field(supergraph.runtimeTypes().get(type), selected.name());
            written = there == null || (written != null && written > there) ? written : there;
        }
        if (written != null) {
            return written;
        }
        double most = weights.type(selected.typeName());
        for (int type : supergraph.possible(selected.typeName()).toArray()) {
            most = Math.max(most, weights.type(supergraph.runtimeTypes().get(type)));
        }
        return most;
    }

    private double slice(String owner, Selected selected, ListSize said) {
        double largest = UNSIZED;
        int found = 0;
        for (String argument : said.slicing()) {
            if (sent(selected, argument) instanceof Number number) {
                largest = Math.max(largest, Math.max(0, number.doubleValue()));
                found++;
            }
        }
        for (String argument : found > 0 ? List.<String>of() : said.slicing()) {
            if (preset(owner, selected, argument) instanceof Number number) {
                largest = Math.max(largest, number.doubleValue());
            }
        }
        if (said.one() && (found > 1 || largest < 0)) {
            throw RefusedRequest.of(
                    "BAD_USER_INPUT",
                    "Field '" + selected.name() + "' needs exactly one of the arguments that say its size");
        }
        Integer assumed = said.assumed();
        return largest >= 0 ? largest : assumed != null ? assumed : otherwise;
    }

    private @Nullable Object sent(Selected selected, String path) {
        String[] steps = path.split("\\.", -1);
        Object value = null;
        for (Argument argument : selected.arguments()) {
            value = argument.getName().equals(steps[0]) ? given.plain(argument.getValue()) : value;
        }
        for (int step = 1; step < steps.length; step++) {
            value = value instanceof Map<?, ?> members ? members.get(steps[step]) : null;
        }
        return value;
    }

    /** The default of an argument that was not sent. */
    private @Nullable Object preset(String owner, Selected selected, String argument) {
        for (InputValueDefinition input : weights.arguments(owner, selected.name())) {
            if (input.getName().equals(argument)) {
                return given.plain(input.getDefaultValue());
            }
        }
        return null;
    }

    private double arguments(String owner, Selected selected) {
        double sum = 0;
        for (Argument argument : selected.arguments()) {
            for (InputValueDefinition input : weights.arguments(owner, selected.name())) {
                if (input.getName().equals(argument.getName()) && weights.isWeighty(input)) {
                    sum += input(input, given.plain(argument.getValue()));
                }
            }
        }
        return sum;
    }

    private double input(InputValueDefinition definition, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof List<?> list) {
            double sum = 0;
            for (Object item : list) {
                sum += input(definition, item);
            }
            return sum;
        }
        double sum = weights.input(definition);
        if (value instanceof Map<?, ?> members) {
            for (InputValueDefinition field : weights.inputFields(definition.getType())) {
                sum += input(field, members.get(field.getName()));
            }
        }
        return sum;
    }
}
