package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.FakeSubgraph;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways around the wall between roles: each ends like a misspelt name, asks no subgraph and names nothing that is hidden. */
class BypassTest {
    private static final String COMPANY =
            """
            type Query @join__type(graph: A) @join__type(graph: B) {
              people(sort: Sort, filter: Filter): [Person] @join__field(graph: A)
              party: Party @join__field(graph: A)
              anyone: Anyone @join__field(graph: A)
              wage: Money @join__field(graph: A)
            }
            enum Sort @join__type(graph: A) { NAME @join__enumValue(graph: A) SALARY @inaccessible @join__enumValue(graph: A) }
            input Filter @join__type(graph: A) { name: String salary: Int @inaccessible }
            interface Party @join__type(graph: A) { name: String salary: Int }
            union Anyone @join__type(graph: A) @join__unionMember(graph: A, member: "Person") @join__unionMember(graph: A, member: "Shadow") = Person | Shadow
            type Person implements Party @join__implements(graph: A, interface: "Party")
              @join__type(graph: A, key: "name") @join__type(graph: B, key: "name") {
              name: String
              salary: Int @requiresScopes(scopes: [["pay"]]) @join__field(graph: A) @join__field(graph: B, external: true)
              grade: String @join__field(graph: B, requires: "salary")
              pay(per: Int @inaccessible): Int @requiresScopes(scopes: [["pay"]]) @join__field(graph: A)
              boss(salary: Int @inaccessible): Person @join__field(graph: A)
            }
            type Shadow @join__type(graph: A) @requiresScopes(scopes: [["pay"]]) { salary: Int }
            type Money @join__type(graph: A) @requiresScopes(scopes: [["pay"]]) { salary: Int }
            """;

    private final Vertx vertx = Vertx.vertx();
    private final FakeSubgraph company = FakeSubgraph.of(
                    """
                    type Query { people: [Person] party: Person }
                    type Person { name: String salary: Int }
                    """)
            .root("people", List.of(Map.of("name", "Ida", "salary", 7)))
            .root("party", Map.of("name", "Ida", "salary", 7))
            .start(vertx);
    private final Generation generation = new Generation(
            SupergraphReader.read(Supply.supergraph(COMPANY)),
            new Generation.Manners(false, false, Limits.PUBLIC, Duration.ofSeconds(10)),
            GatewayInMemory.client(vertx, Map.of("a", company.url(), "b", company.url()), Duration.ofSeconds(5)),
            new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)));

    @AfterEach
    void stop() {
        company.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(String query, Map<String, Object> variables, String... scopes) {
        Answer answer = QueryPipeline.run(
                        generation,
                        new GraphqlRequest(query, null, new HashMap<>(variables), Map.of()),
                        new Caller(true, Set.of(scopes), "Bearer me"),
                        false,
                        VisitForTests.quiet())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new String(answer.body().toArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ people { salary } }",
                "{ people { name: salary } }",
                "{ people { ...F } } fragment F on Person { salary }",
                "{ people { ... { ... on Party { ... on Person { salary } } } } }",
                "{ party { salary } }",
                "{ party { ... on Person { salary } } }",
                "{ anyone { ... on Person { salary } } }",
                "{ anyone { ... on Shadow { salary } } }",
                "{ people { name salary @include(if: false) } }",
                "query ($yes: Boolean = true) { people { salary @skip(if: $yes) } }",
                "{ people { grade } }",
                "{ people { name pay(per: 1) } }",
                "{ wage { salary } }",
                "{ people(sort: SALARY) { name } }",
                "{ people(filter: {salary: 1}) { name } }",
                "{ people { boss(salary: 1) { name } } }",
                "{ people { name } } fragment Unused on Shadow { salary }",
                "query ($s: Shadow) { people { name } }",
            })
    void leadsNowhere(String query) {
        String answer = ask(query, Map.of());

        assertThat(answer).contains("GRAPHQL_VALIDATION_FAILED").doesNotContain("\"data\"");
        assertThat(company.asked).isEmpty();
    }

    @Test
    void refusesHiddenValuesInVariablesToo() {
        String sorted = ask("query ($s: Sort) { people(sort: $s) { name } }", Map.of("s", "SALARY"));
        String filtered = ask("query ($f: Filter) { people(filter: $f) { name } }", Map.of("f", Map.of("salary", 1)));

        assertThat(sorted).contains("BAD_USER_INPUT");
        assertThat(filtered).contains("BAD_USER_INPUT");
        assertThat(company.asked).isEmpty();
    }

    /** A message may repeat what the client wrote; it must not complete or correct it to something hidden. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ people { salery } }",
                "{ people { gradee } }",
                "{ anyone { ... on Shadov { a } } }",
                "{ people(sort: SALERY) { name } }",
                "{ people(sort: 1) { name } }",
                "{ people(filter: {salery: 1}) { name } }",
                "{ people(filter: 1) { name } }",
                "{ people { boss(salery: 1) { name } } }",
                "{ wages { a } }",
                "{ anyone }",
                "{ party { nam } }",
                "{ people { name { a } } }",
                "query ($m: Moneyy) { people { name } }",
            })
    void suggestsNothingThatIsHidden(String query) {
        assertThat(ask(query, Map.of()))
                .contains("GRAPHQL_VALIDATION_FAILED")
                .doesNotContain("salary", "SALARY", "Shadow\"", "Shadow'", "Money\"", "Money'", "grade'", "wage'");
    }

    @Test
    void answersIntrospectionOfWhatIsHiddenLikeOfWhatIsNotThere() {
        assertThat(ask("{ __type(name: \"Shadow\") { name } }", Map.of()))
                .isEqualTo(ask("{ __type(name: \"Nobody\") { name } }", Map.of()))
                .isEqualTo("{\"data\":{\"__type\":null}}");
        String all = ask(
                "{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } possibleTypes { name } } } }",
                Map.of());
        assertThat(all)
                .contains("Person", "boss")
                .doesNotContain("salary", "SALARY", "Shadow", "Money", "grade", "wage");
    }

    @Test
    void opensToThoseWhoMay() {
        assertThat(ask("{ people { name salary } }", Map.of(), "pay"))
                .isEqualTo("{\"data\":{\"people\":[{\"name\":\"Ida\",\"salary\":7}]}}");
    }
}
