package io.tideline.local.bench.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;

/** Federation's {@code _Any}: a representation as it came, always in a variable. */
final class AnyScalar implements Coercing<Object, Object> {
    static final GraphQLScalarType ANY =
            GraphQLScalarType.newScalar().name("_Any").coercing(new AnyScalar()).build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private AnyScalar() {}

    static Map<String, Object> plain(JsonNode object) {
        return JSON.convertValue(object, new TypeReference<Map<String, Object>>() {});
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
        return value;
    }

    @Override
    public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
        throw new CoercingParseLiteralException("representations come in a variable");
    }
}
