package io.tideline.gateway.monolith;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.tideline.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL server over a world's data: a subgraph, which knows only its own part and refuses what is not its to
 * answer, or the monolith, which knows all.
 */
final class Server {
    private static final GraphQLScalarType ANY = GraphQLScalarType.newScalar()
            .name("_Any")
            .coercing(new Coercing<Object, Object>() {
                @Override
                public Object parseValue(Object input, GraphQLContext context, Locale locale) {
                    return input;
                }
            })
            .build();

    private final World world;
    private final @Nullable String graph;
    private final GraphQL graphql;

    /** An object as one server hands it from resolver to resolver, with what federation grants on the way. */
    private record Ref(WorldData.Thing thing, @Nullable FieldSet provided, @Nullable Map<?, ?> sent) {}

    private Server(World world, @Nullable String graph, String sdl) {
        this.world = world;
        this.graph = graph;
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(ANY)
                .codeRegistry(GraphQLCodeRegistry.newCodeRegistry()
                        .defaultDataFetcher(environment -> (DataFetcher<Object>) this::fetch));
        TypeResolver byThing = environment -> {
            Ref ref = environment.getObject();
            return environment.getSchema().getObjectType(nameHere(ref.thing.type()));
        };
        world.types.values().stream()
                .filter(World.Type::isAbstract)
                .filter(type -> graph == null || (type.at.containsKey(graph) && !graph.equals(type.objectIn)))
                .forEach(type -> wiring.type(type.name, builder -> builder.typeResolver(byThing)));
        if (sdl.contains("union _Entity")) {
            wiring.type("_Entity", builder -> builder.typeResolver(byThing));
        }
        graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring.build()))
                .build();
    }

    static Server monolith(World world) {
        return new Server(world, null, new WorldText(world).monolith());
    }

    static Server subgraph(World world, String graph) {
        return new Server(world, graph, new WorldText(world).subgraph(graph));
    }

    /** What this server calls objects of a type: one that knows only their interface calls them by that. */
    private String nameHere(String type) {
        return world.types.values().stream()
                .filter(face -> graph != null && graph.equals(face.objectIn))
                .filter(face -> face.possible().contains(type))
                .map(face -> face.name)
                .findFirst()
                .orElse(type);
    }

    ExecutionResult ask(String query, Map<String, @Nullable Object> variables, Session session) {
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(Map.of(Session.class, session))
                .build());
        if (!result.isDataPresent()) {
            session.violations().add(graph + " cannot be asked " + query + ": " + result.getErrors());
        }
        return result;
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        Session session = Objects.requireNonNull(environment.getGraphQlContext().get(Session.class));
        String name = environment.getFieldDefinition().getName();
        if (name.equals("_entities")) {
            List<Map<String, Object>> sent = environment.getArgument("representations");
            return entities(sent == null ? List.of() : sent, session);
        }
        World.Type type = world.type(((GraphQLNamedType) environment.getParentType()).getName());
        World.Field field = type.field(name);
        Ref ref = environment.getSource();
        if (ref == null) {
            ref = new Ref(new WorldData.Thing(type.name, ""), null, null);
        }
        if (field.poisoned) {
            throw session.refuse("left out, but asked: " + type.name + "." + name);
        }
        if (type.name.equals("Mutation")) {
            int turn = session.mutations().incrementAndGet();
            ref = new Ref(new WorldData.Thing(type.name, String.valueOf(turn)), null, null);
        }
        return answer(ref, type, field, environment.getArguments(), session);
    }

    private @Nullable Object answer(
            Ref ref, World.Type type, World.Field field, Map<String, Object> arguments, Session session) {
        WorldData data = session.data();
        if (graph == null) {
            return wrap(data.value(ref.thing, field, arguments), null);
        }
        World.Part part = Objects.requireNonNull(field.at.get(graph));
        FieldSet below = below(ref.provided, ref.thing.type(), field.name);
        boolean provided = below != null || isProvided(ref.provided, ref.thing.type(), field.name);
        if (!part.isOwn() && !provided && !type.isKeyField(field.name, graph)) {
            throw session.refuse(graph + " does not answer " + type.name + "." + field.name);
        }
        FieldSet more = part.provides == null ? null : FieldSet.parse(part.provides);
        FieldSet granted = below == null ? more : more == null ? below : below.and(more);
        if (part.requires == null) {
            return wrap(data.value(ref.thing, field, arguments), granted);
        }
        return wrap(data.value(ref.thing, field, arguments, required(ref, part.requires, session)), granted);
    }

    private String required(Ref ref, String requires, Session session) {
        Map<?, ?> sent = ref.sent;
        if (sent == null) {
            throw session.refuse(graph + " was sent nothing of " + requires);
        }
        try {
            return WorldData.renderSent(sent, FieldSet.parse(requires), ref.thing.type());
        } catch (IllegalArgumentException missing) {
            throw session.refuse(graph + " of " + requires + ": " + missing.getMessage());
        }
    }

    private static @Nullable Object wrap(@Nullable Object value, @Nullable FieldSet provided) {
        if (value instanceof WorldData.Thing thing) {
            return new Ref(thing, provided, null);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> wrapped = new ArrayList<>();
            list.forEach(one -> wrapped.add(wrap(one, provided)));
            return wrapped;
        }
        return value;
    }

    private static boolean isProvided(@Nullable FieldSet provided, String type, String field) {
        return provided != null
                && provided.parts().stream()
                        .anyMatch(part -> part instanceof FieldSet.Member member
                                ? member.name().equals(field)
                                : ((FieldSet.On) part).type().equals(type)
                                        && isProvided(((FieldSet.On) part).below(), type, field));
    }

    private static @Nullable FieldSet below(@Nullable FieldSet provided, String type, String field) {
        FieldSet found = null;
        for (FieldSet.Part part : provided == null ? List.<FieldSet.Part>of() : provided.parts()) {
            FieldSet here = null;
            if (part instanceof FieldSet.Member member && member.name().equals(field)) {
                here = member.below();
            } else if (part instanceof FieldSet.On on && on.type().equals(type)) {
                here = below(on.below(), type, field);
            }
            found = found == null ? here : here == null ? found : found.and(here);
        }
        return found;
    }

    private List<@Nullable Object> entities(List<Map<String, Object>> representations, Session session) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Map<String, Object> sent : representations) {
            String type = String.valueOf(sent.get("__typename"));
            List<World.Key> keys = world.type(type).at.getOrDefault(String.valueOf(graph), List.of());
            WorldData.Thing thing = session.data().find(type, keys, sent);
            if (thing == null) {
                throw session.refuse(graph + " finds nobody by " + sent);
            }
            found.add(new Ref(thing, null, sent));
        }
        return found;
    }
}
