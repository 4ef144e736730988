package io.tideline.gateway.operation.cost;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.tideline.gateway.supergraph.DirectiveNames;
import io.tideline.gateway.supergraph.SupergraphException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code @cost} and {@code @listSize} of the GraphQL cost specification: written plainly, renamed by
 * {@code @link}, prefixed with the name of their specification, or carried as a join directive.
 */
final class CostDirectives {
    private static final String COST = "cost";
    private static final String LIST_SIZE = "listSize";

    private final DirectiveNames names;

    CostDirectives(DirectiveNames names) {
        this.names = names;
    }

    /** The weight that is written at an element, null for none: a text in the specification, a number in Federation. */
    @Nullable
    Double weight(DirectivesContainer<?> element) {
        Map<String, Value<?>> arguments = arguments(element, COST);
        if (arguments == null) {
            return null;
        }
        Value<?> weight = arguments.get("weight");
        if (weight instanceof IntValue number) {
            return number.getValue().doubleValue();
        }
        return weight instanceof StringValue text ? parse(text.getValue()) : parse("");
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException unreadable) {
            throw new SupergraphException("A weight of @cost is no number: '" + text + "'");
        }
    }

    @Nullable
    ListSize listSize(DirectivesContainer<?> element) {
        Map<String, Value<?>> arguments = arguments(element, LIST_SIZE);
        if (arguments == null) {
            return null;
        }
        List<String> slicing = texts(arguments.get("slicingArguments"));
        boolean one = !(arguments.get("requireOneSlicingArgument") instanceof BooleanValue said) || said.isValue();
        Integer assumed = arguments.get("assumedSize") instanceof IntValue number
                ? number.getValue().intValueExact()
                : null;
        return new ListSize(assumed, slicing, texts(arguments.get("sizedFields")), one && !slicing.isEmpty());
    }

    private @Nullable Map<String, Value<?>> arguments(DirectivesContainer<?> element, String canonical) {
        for (Directive directive : element.getDirectives()) {
            Map<String, Value<?>> written = written(directive);
            if (names.isCalled(directive.getName(), COST, canonical)) {
                return written;
            }
            if (directive.getName().equals("join__directive")
                    && written.get("name") instanceof StringValue name
                    && names.isCalled(name.getValue(), COST, canonical)) {
                return written.get("args") instanceof ObjectValue members ? members(members) : Map.of();
            }
        }
        return null;
    }

    private static Map<String, Value<?>> written(Directive directive) {
        Map<String, Value<?>> written = new HashMap<>();
        for (Argument argument : directive.getArguments()) {
            written.put(argument.getName(), argument.getValue());
        }
        return written;
    }

    private static Map<String, Value<?>> members(ObjectValue object) {
        Map<String, Value<?>> members = new HashMap<>();
        for (ObjectField field : object.getObjectFields()) {
            members.put(field.getName(), field.getValue());
        }
        return members;
    }

    private static List<String> texts(@Nullable Value<?> value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof StringValue text) {
            texts.add(text.getValue());
        } else if (value instanceof ArrayValue list) {
            list.getValues().forEach(one -> texts.addAll(texts((Value<?>) one)));
        }
        return texts;
    }
}
