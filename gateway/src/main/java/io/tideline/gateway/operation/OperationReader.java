package io.tideline.gateway.operation;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.TypeInfo;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import io.tideline.gateway.operation.cost.Estimate;
import io.tideline.gateway.operation.cost.Weights;
import io.tideline.gateway.operation.pass.CheckLimits;
import io.tideline.gateway.operation.pass.Conditions;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests against the schema of one contract. Documents it has seen are neither parsed nor validated again. */
public final class OperationReader {
    private static final int DOCUMENTS = 1_000;
    /** Characters of the texts of all documents, and of all operations; what is made of one takes some fifty times that. */
    private static final int MOST = 1 << 20;

    private static final int SHOWN_ERRORS = 5;

    private final GraphQLSchema schema;
    private final @Nullable GraphQLSchema granted;
    private final Supergraph supergraph;
    private final Normaliser normaliser;
    private final Limits limits;
    private final Weights weights;
    private final Remembered<String, KnownDocument> documents =
            new Remembered<>(DOCUMENTS, (text, any) -> text.length(), MOST);
    private final Remembered<Asked, Variant> variants = new Remembered<>(DOCUMENTS, Asked::weight, MOST);

    /** Which operation of which document, under which conditions. */
    private record Asked(String text, String variant) {
        int weight(Variant of) {
            return text.length() + variant.length() + of.operation.normalised().length();
        }
    }

    /** An operation under decided conditions; what it costs is null where that depends on variables. */
    private record Variant(Operation operation, @Nullable Double cost) {}

    public OperationReader(GraphQLSchema schema, Supergraph supergraph, Limits limits) {
        this(schema, null, supergraph, limits, new Weights(supergraph));
    }

    /**
     * @param schema what documents are validated against
     * @param granted what is answered of it, null for all
     */
    public OperationReader(
            GraphQLSchema schema,
            @Nullable GraphQLSchema granted,
            Supergraph supergraph,
            Limits limits,
            Weights weights) {
        this.schema = schema;
        this.granted = granted;
        this.supergraph = supergraph;
        this.normaliser = new Normaliser(supergraph, schema, granted, limits.selections());
        this.limits = limits;
        this.weights = weights;
    }

    public Operation read(GraphqlRequest request) {
        String query = request.query();
        if (query == null) {
            throw RefusedRequest.of("BAD_REQUEST", "The request has no query");
        }
        KnownDocument known = documents.get(query, this::parse);
        OperationDefinition definition = known.operation(request.operationName());
        Conditions conditions = conditions(known, definition, request.variables());
        Asked asked = new Asked(query, definition.getName() + conditions);
        Variant seen = variants.get(asked);
        Operation operation = seen == null ? normaliser.normalise(known, definition, conditions) : seen.operation();
        if (seen != null && seen.cost() != null) {
            refuseOver(seen.cost());
            return operation;
        }
        Estimate.Cost cost = Estimate.of(operation, request.variables(), supergraph, weights, limits.listSize());
        if (seen == null) {
            variants.put(asked, new Variant(operation, cost.fixed() ? cost.value() : null));
        }
        refuseOver(cost.value());
        return operation;
    }

    private void refuseOver(double cost) {
        if (cost > limits.cost()) {
            throw new RefusedRequest(List.of(new RequestProblem(
                    "COST_ESTIMATED_TOO_EXPENSIVE",
                    "The operation would cost more than " + limits.cost(),
                    List.of(),
                    Map.of("cost.estimated", cost, "cost.max", limits.cost()))));
        }
    }

    private KnownDocument parse(String query) {
        Document document = parseText(query);
        CheckLimits.run(document, limits);
        List<ValidationError> errors = new Validator().validateDocument(schema, document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new RefusedRequest(errors.stream()
                    .limit(SHOWN_ERRORS)
                    .map(OperationReader::problem)
                    .toList());
        }
        return normaliser.know(document);
    }

    private Document parseText(String query) {
        ParserOptions options = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(limits.tokens()));
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(query)
                    .parserOptions(options)
                    .build());
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw RefusedRequest.of("MAX_DEPTH_LIMIT", "The operation nests deeper than " + limits.depth());
        } catch (ParseCancelledException | ParseCancelledTooManyCharsException tooLong) {
            throw RefusedRequest.of("MAX_TOKENS_LIMIT", "The document is longer than " + limits.tokens() + " tokens");
        } catch (InvalidSyntaxException unreadable) {
            SourceLocation place = unreadable.getLocation();
            throw new RefusedRequest(List.of(new RequestProblem(
                    "GRAPHQL_PARSE_FAILED",
                    String.valueOf(unreadable.getMessage()),
                    place == null ? List.of() : List.of(place))));
        }
    }

    private static RequestProblem problem(ValidationError error) {
        List<SourceLocation> places = error.getLocations();
        return new RequestProblem("GRAPHQL_VALIDATION_FAILED", error.getMessage(), places == null ? List.of() : places);
    }

    /** Checks the values of all variables and returns those that decide conditions. */
    private Conditions conditions(
            KnownDocument known, OperationDefinition definition, Map<String, @Nullable Object> values) {
        List<VariableDefinition> declared = definition.getVariableDefinitions();
        if (declared.isEmpty()) {
            return Conditions.NONE;
        }
        CoercedVariables coerced = coerce(schema, declared, values);
        GraphQLSchema given = granted;
        if (given != null) {
            coerce(
                    given,
                    declared.stream().filter(variable -> isOf(given, variable)).toList(),
                    values);
        }
        Map<String, Boolean> decided = new LinkedHashMap<>();
        for (String name : known.conditionVariables) {
            decided.put(name, Boolean.TRUE.equals(coerced.get(name)));
        }
        return new Conditions(decided);
    }

    /** A variable of a type that is not granted is read by denied fields only. */
    private static boolean isOf(GraphQLSchema given, VariableDefinition variable) {
        return given.getType(TypeInfo.typeInfo(variable.getType()).getName()) != null;
    }

    private static CoercedVariables coerce(
            GraphQLSchema schema, List<VariableDefinition> declared, Map<String, @Nullable Object> values) {
        try {
            return ValuesResolver.coerceVariableValues(
                    schema, declared, RawVariables.of(values), GraphQLContext.getDefault(), Locale.ENGLISH);
        } catch (GraphQLException wrong) {
            throw RefusedRequest.of("BAD_USER_INPUT", String.valueOf(wrong.getMessage()));
        }
    }
}
