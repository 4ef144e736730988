package io.tideline.gateway.access;

import graphql.GraphQLContext;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.OperationTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.StringValue;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the contract of a caller, once for each distinct set of scopes; keeps a bounded number of them. */
public final class Contracts {
    private static final int KEPT = 64;

    private final Supergraph supergraph;
    private final boolean open;
    private final Remembered<String, Contract> contracts = new Remembered<>(KEPT);

    /** {@code open} gives every caller all that is not inaccessible: for a gateway without authentication. */
    public Contracts(Supergraph supergraph, boolean open) {
        this.supergraph = supergraph;
        this.open = open;
    }

    public Contract of(Caller caller) {
        return open
                ? contracts.get("open", any -> build(null))
                : contracts.get(caller.contractKey(), any -> build(caller));
    }

    private Contract build(@Nullable Caller caller) {
        Map<String, TypeDefinition<?>> types = new SchemaCut(supergraph, caller).run();
        List<SDLDefinition<?>> definitions = new ArrayList<>();
        definitions.add(roots(types));
        types.values().forEach(type -> definitions.add(fillEmptyRoot(type)));
        Document document =
                Document.newDocument().definitions(rawDefinitions(definitions)).build();
        try {
            TypeDefinitionRegistry registry = new SchemaParser().buildRegistry(document);
            GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(registry, wiring());
            return new Contract(schema, print(schema), supergraph.typesWhere(name -> schema.getType(name) == null));
        } catch (GraphQLException unusable) {
            throw new SupergraphException("The supergraph gives no schema: " + unusable.getMessage());
        }
    }

    private SchemaDefinition roots(Map<String, TypeDefinition<?>> types) {
        SchemaDefinition.Builder schema = SchemaDefinition.newSchemaDefinition();
        for (String operation : List.of("query", "mutation", "subscription")) {
            String root = supergraph.root(operation);
            if (root != null && types.containsKey(root)) {
                schema.operationTypeDefinition(OperationTypeDefinition.newOperationTypeDefinition()
                        .name(operation)
                        .typeName(new TypeName(root))
                        .build());
            }
        }
        return schema.build();
    }

    /** A schema needs a query field; a caller who may see nothing gets one that says so. */
    private SDLDefinition<?> fillEmptyRoot(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition object
                && object.getFieldDefinitions().isEmpty()) {
            return object.transform(builder -> builder.fieldDefinition(FieldDefinition.newFieldDefinition()
                    .name("_nothing")
                    .type(new TypeName("Boolean"))
                    .build()));
        }
        return type;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Definition> rawDefinitions(List<SDLDefinition<?>> definitions) {
        return (List) definitions;
    }

    private static String print(GraphQLSchema schema) {
        SchemaPrinter.Options options = SchemaPrinter.Options.defaultOptions()
                .includeScalarTypes(true)
                .includeSchemaDefinition(false)
                .includeDirectiveDefinitions(false)
                .includeDirectives(
                        name -> name.equals("deprecated") || name.equals("specifiedBy") || name.equals("oneOf"));
        return new SchemaPrinter(options).print(schema).strip() + "\n";
    }

    private static RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry().build())
                .wiringFactory(new AnyWiring())
                .build();
    }

    /** Nothing is executed against a contract but introspection: scalars pass as they are, types are never resolved. */
    private static final class AnyWiring implements WiringFactory {
        private static final TypeResolver NEVER = environment -> {
            throw new IllegalStateException("a contract resolves no types");
        };

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return NEVER;
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return NEVER;
        }

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            ScalarTypeDefinition definition = environment.getScalarTypeDefinition();
            return GraphQLScalarType.newScalar()
                    .name(definition.getName())
                    .definition(definition)
                    .description(
                            definition.getDescription() == null
                                    ? null
                                    : definition.getDescription().getContent())
                    .coercing(new AsItIs())
                    .build();
        }
    }

    /** Custom scalars are checked by the subgraph that owns them. */
    private static final class AsItIs implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return input instanceof Value<?> literal ? literal : new StringValue(String.valueOf(input));
        }
    }
}
