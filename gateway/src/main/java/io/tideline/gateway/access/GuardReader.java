package io.tideline.gateway.access;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import io.tideline.gateway.supergraph.DirectiveNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code @authenticated}, {@code @requiresScopes} and {@code @policy}, written plainly or as a join directive. */
final class GuardReader {
    private final DirectiveNames names;

    GuardReader(DirectiveNames names) {
        this.names = names;
    }

    Guard read(DirectivesContainer<?> element) {
        Guard guard = Guard.OPEN;
        for (Directive directive : element.getDirectives()) {
            guard = guard.and(read(directive));
        }
        return guard;
    }

    private Guard read(Directive directive) {
        if (directive.getName().equals("join__directive")) {
            Value<?> name = value(directive, "name");
            Value<?> arguments = value(directive, "args");
            return name instanceof StringValue text
                    ? guard(text.getValue(), arguments instanceof ObjectValue object ? object : null)
                    : Guard.OPEN;
        }
        ObjectValue.Builder arguments = ObjectValue.newObjectValue();
        for (Argument argument : directive.getArguments()) {
            arguments.objectField(new ObjectField(argument.getName(), argument.getValue()));
        }
        return guard(directive.getName(), arguments.build());
    }

    private Guard guard(String name, @Nullable ObjectValue arguments) {
        if (is(name, "authenticated")) {
            return new Guard(true, List.of());
        }
        if (is(name, "requiresScopes")) {
            return new Guard(true, List.of(demand(arguments, "scopes")));
        }
        if (is(name, "policy")) {
            return new Guard(true, List.of(demand(arguments, "policies")));
        }
        return Guard.OPEN;
    }

    private boolean is(String name, String guard) {
        return names.isCalled(name, guard, guard);
    }

    private static List<Set<String>> demand(@Nullable ObjectValue arguments, String name) {
        List<Set<String>> alternatives = new ArrayList<>();
        for (ObjectField field : arguments == null ? List.<ObjectField>of() : arguments.getObjectFields()) {
            if (field.getName().equals(name)) {
                list(field.getValue()).forEach(one -> alternatives.add(texts(one)));
            }
        }
        return alternatives;
    }

    private static Set<String> texts(Value<?> value) {
        Set<String> texts = new HashSet<>();
        for (Value<?> one : list(value)) {
            if (one instanceof StringValue text) {
                texts.add(text.getValue());
            }
        }
        return texts;
    }

    /** A single value stands for a list of one, as everywhere in GraphQL input. */
    private static List<Value<?>> list(Value<?> value) {
        return value instanceof ArrayValue array ? new ArrayList<>(rawValues(array)) : List.of(value);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Value<?>> rawValues(ArrayValue array) {
        return (List) array.getValues();
    }

    private static @Nullable Value<?> value(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }
}
