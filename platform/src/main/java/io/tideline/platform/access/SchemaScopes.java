package io.tideline.platform.access;

import graphql.language.ArrayValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.InputValueWithState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code @requiresScopes(scopes: [[…]])} off a schema element, however the schema's builder keeps the value. */
final class SchemaScopes {
    private static final String DIRECTIVE = "requiresScopes";
    private static final String ARGUMENT = "scopes";

    private SchemaScopes() {}

    static Optional<List<Set<String>>> of(GraphQLNamedSchemaElement element) {
        if (!(element instanceof GraphQLDirectiveContainer container)) {
            return Optional.empty();
        }
        GraphQLAppliedDirective applied = container.getAppliedDirective(DIRECTIVE);
        if (applied != null) {
            GraphQLAppliedDirectiveArgument argument = applied.getArgument(ARGUMENT);
            return Optional.of(groups(argument == null ? null : argument.getArgumentValue()));
        }
        @SuppressWarnings("deprecation")
        GraphQLDirective directive = container.getDirective(DIRECTIVE);
        if (directive != null) {
            return Optional.of(groups(directive.getArgument(ARGUMENT).getArgumentDefaultValue()));
        }
        return Optional.empty();
    }

    /** No readable value means no group, which nobody meets: unreadable is closed. */
    private static List<Set<String>> groups(@Nullable InputValueWithState value) {
        Object held = value == null ? null : value.getValue();
        return items(held)
                .map(group -> items(group).map(SchemaScopes::text).collect(Collectors.toUnmodifiableSet()))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static Stream<?> items(@Nullable Object list) {
        if (list instanceof ArrayValue array) {
            return array.getValues().stream();
        }
        if (list instanceof Collection<?> collection) {
            return collection.stream();
        }
        return list instanceof Object[] array ? Stream.of(array) : Stream.empty();
    }

    private static String text(Object scope) {
        if (scope instanceof StringValue literal) {
            return String.valueOf(literal.getValue());
        }
        if (scope instanceof Map<?, ?> item && item.containsKey("value")) {
            return String.valueOf(item.get("value"));
        }
        return scope instanceof Value<?> ? "" : String.valueOf(scope);
    }
}
