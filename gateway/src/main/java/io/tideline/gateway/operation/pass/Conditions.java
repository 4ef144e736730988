package io.tideline.gateway.operation.pass;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;

/** The values of the variables that {@code @include} and {@code @skip} read in one request. */
public record Conditions(Map<String, Boolean> values) {
    public static final Conditions NONE = new Conditions(Map.of());

    public Conditions {
        values = Map.copyOf(values);
    }

    public boolean include(DirectivesContainer<?> selection) {
        return decide(selection, "include", true) && !decide(selection, "skip", false);
    }

    private boolean decide(DirectivesContainer<?> selection, String name, boolean otherwise) {
        List<Directive> found = selection.getDirectives(name);
        Argument argument = found.isEmpty() ? null : found.get(0).getArgument("if");
        if (argument == null) {
            return otherwise;
        }
        if (argument.getValue() instanceof BooleanValue literal) {
            return literal.isValue();
        }
        return argument.getValue() instanceof VariableReference variable
                && Boolean.TRUE.equals(values.get(variable.getName()));
    }
}
