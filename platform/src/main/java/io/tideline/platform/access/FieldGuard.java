package io.tideline.platform.access;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Enforces {@code @requiresScopes} of the schema on every field that runs, below {@code _entities} too: what the gateway hides, a subgraph refuses
 * by itself. Requirements of the field, of its object type and of its output type must all hold; each is an OR of ANDs.
 */
public final class FieldGuard extends SimplePerformantInstrumentation {
    private static final Set<String> FEDERATION_FIELDS = Set.of("_service", "_entities");

    private final CurrentCaller callers;
    private final Map<String, Requirement> requirements = new ConcurrentHashMap<>();

    public FieldGuard(CurrentCaller callers) {
        this.callers = callers;
    }

    private record State(Optional<Caller> caller) implements InstrumentationState {}

    /** What opens a field: all of the lists must have one group whose scopes the caller has all. */
    private record Requirement(boolean open, List<List<Set<String>>> all) {}

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new State(callers.find());
    }

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        GraphQLFieldDefinition field = parameters.getExecutionStepInfo().getFieldDefinition();
        GraphQLObjectType type = parameters.getExecutionStepInfo().getObjectType();
        Requirement needed = requirements.computeIfAbsent(
                type.getName() + '.' + field.getName(), name -> requirementOf(type, field));
        DataFetcher<?> plain = Unselected.of(fetcher);
        if (needed.open()) {
            return plain;
        }
        Optional<Caller> caller = state instanceof State known ? known.caller() : Optional.empty();
        if (caller.isEmpty()) {
            return environment -> {
                throw new AppException(
                        ErrorCode.UNAUTHENTICATED, "A bearer token of this platform is needed.", Map.of());
            };
        }
        if (needed.all().stream().allMatch(groups -> isMet(groups, caller.get()))) {
            return plain;
        }
        return environment -> {
            throw AppException.forbidden("The caller's scopes do not open this field.");
        };
    }

    private static boolean isMet(List<Set<String>> groups, Caller caller) {
        return groups.stream().anyMatch(group -> group.stream()
                .allMatch(scope -> Scope.of(scope).map(caller::has).orElse(false)));
    }

    private static Requirement requirementOf(GraphQLObjectType type, GraphQLFieldDefinition field) {
        boolean open =
                FEDERATION_FIELDS.contains(field.getName()) || type.getName().startsWith("_");
        List<List<Set<String>>> all = new java.util.ArrayList<>();
        SchemaScopes.of(field).ifPresent(all::add);
        SchemaScopes.of(type).ifPresent(all::add);
        GraphQLNamedType output = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
        SchemaScopes.of(output).ifPresent(all::add);
        return new Requirement(open, List.copyOf(all));
    }
}
