package io.tideline.gateway.monolith;

import graphql.ExecutionResult;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.validation.Validator;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the gateway and the monolith the same, about the same data. */
final class Comparison {
    /** Questions to one world; each has data of its own. */
    private static final int QUESTIONS = 6;

    private static final int BROKEN_PERMILLE = 50;
    private static final String CONSEQUENCE = "Cannot return null";
    private static final int THROWN_PERMILLE = 60;
    private static final Limits WIDE = new Limits(20_000, 60, 1_000, 100, 1_000, 100_000, 1e9, 1);

    private final Subgraphs subgraphs;
    private final SubgraphClient client;
    private @Nullable Stage stage;

    /** What all questions to one world share. */
    private record Stage(long number, World world, GraphQLSchema schema, Server monolith, GatewayInMemory gateway) {}

    Comparison(Subgraphs subgraphs, SubgraphClient client) {
        this.subgraphs = subgraphs;
        this.client = client;
    }

    /** Null when both answer alike. */
    @Nullable
    String difference(long seed) {
        Stage here = stage(Math.floorDiv(seed, QUESTIONS));
        return difference(here, seed, question(here, seed));
    }

    private @Nullable String difference(Stage here, long seed, QueryMaker.Question question) {
        // A subgraph that allows fewer nulls than all together also loses more to one: then nothing fails.
        boolean mayFail = here.world.isAgreed();
        int broken = mayFail && seed % 4 == 3 ? BROKEN_PERMILLE : 0;
        int thrown = mayFail && seed % 4 == 1 ? THROWN_PERMILLE : 0;
        WorldData data = new WorldData(here.world, seed, broken, thrown);
        Session one = new Session(data);
        Session other = new Session(data);
        ExecutionResult expected = here.monolith.ask(question.text(), question.variables(), one);
        subgraphs.begin(other);
        String found;
        try {
            JsonObject answer = new JsonObject(here.gateway.ask(question.text(), question.variables(), null));
            found = unlike(new JsonObject(expected.toSpecification()), answer);
        } catch (RuntimeException | AssertionError refused) {
            found = "the gateway gives up: " + refused;
        }
        if (found == null && one.violations().isEmpty() && other.violations().isEmpty()) {
            return null;
        }
        return report(here, seed, question) + "\n" + found + "\nviolations " + one.violations() + other.violations();
    }

    private static @Nullable String unlike(JsonObject expected, JsonObject answer) {
        JsonObject wanted = expected.getJsonObject("data");
        JsonObject found = answer.getJsonObject("data");
        boolean same = wanted == null
                ? found == null
                : found != null && wanted.encode().equals(found.encode());
        if (same
                && places(expected).containsAll(places(answer))
                && expected.containsKey("errors") == answer.containsKey("errors")) {
            return null;
        }
        return "expected " + expected.encode() + "\nanswered " + answer.encode();
    }

    /**
     * Where resolvers failed: of objects that stand in several places the gateway names one, and it may add what could
     * not be fetched because of a failure.
     */
    private static Set<String> places(JsonObject answer) {
        return answer.getJsonArray("errors", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(error -> !error.getString("message").startsWith(CONSEQUENCE))
                .map(error -> String.valueOf(error.getValue("path")))
                .collect(Collectors.toSet());
    }

    private String report(Stage here, long seed, QueryMaker.Question question) {
        return "seed " + seed + "\n" + new WorldText(here.world).supergraph() + "\n" + question.text() + "\n"
                + question.variables() + "\n" + String.join("\n", subgraphs.asked());
    }

    private Stage stage(long number) {
        Stage known = stage;
        if (known != null && known.number == number) {
            return known;
        }
        World world = WorldMaker.make(number);
        subgraphs.serve(world);
        WorldText text = new WorldText(world);
        Stage next = new Stage(
                number,
                world,
                SchemaGenerator.createdMockedSchema(text.monolith()),
                Server.monolith(world),
                new GatewayInMemory(text.supergraph(), null, client, WIDE));
        stage = next;
        return next;
    }

    /** A question that is valid: names that meet by chance may not merge, then it is asked with other names. */
    private static QueryMaker.Question question(Stage here, long seed) {
        QueryMaker.Question question = QueryMaker.make(here.world, seed, false);
        boolean valid = new Validator()
                .validateDocument(here.schema, graphql.parser.Parser.parse(question.text()), Locale.ENGLISH)
                .isEmpty();
        return valid ? question : QueryMaker.make(here.world, seed, true);
    }
}
