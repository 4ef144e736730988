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
import java.util.Objects;
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
        @SuppressWarnings("deprecation")
        GraphQLDirective directive = container.getDirective(DIRECTIVE);
        if (applied == null && directive == null) {
            return Optional.empty();
        }
        return Optional.of(groups(values(applied, directive)
                .map(InputValueWithState::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of())));
    }

    /** SmallRye sets the value on the directive, other builders on its application. */
    @SuppressWarnings("deprecation")
    private static Stream<InputValueWithState> values(
            @Nullable GraphQLAppliedDirective applied, @Nullable GraphQLDirective directive) {
        Stream<InputValueWithState> ofApplied = Stream.ofNullable(applied)
                .flatMap(use -> Stream.ofNullable(use.getArgument(ARGUMENT)))
                .map(GraphQLAppliedDirectiveArgument::getArgumentValue);
        Stream<InputValueWithState> ofDirective = Stream.ofNullable(directive)
                .flatMap(use -> Stream.ofNullable(use.getArgument(ARGUMENT)))
                .flatMap(argument -> Stream.of(argument.getArgumentValue(), argument.getArgumentDefaultValue()));
        return Stream.concat(ofApplied, ofDirective);
    }

    /** No readable value means no group, which nobody meets: unreadable is closed. */
    private static List<Set<String>> groups(Object held) {
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
