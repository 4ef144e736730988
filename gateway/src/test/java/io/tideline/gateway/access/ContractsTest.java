package io.tideline.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.gateway.Supply;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {
    private static final Supergraph BANK = SupergraphReader.read(
            Supply.supergraph(
                    """
            directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
            type Query @join__type(graph: A) @join__type(graph: B) {
              rates: [Float!]! @join__field(graph: A)
              me: Person @authenticated @join__field(graph: A)
              ledger: Ledger @join__field(graph: A)
              holder: Holder @join__field(graph: A)
            }
            interface Holder @join__type(graph: A) { name: String secret: String }
            type Person implements Holder @join__implements(graph: A, interface: "Holder") @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID!
              name: String
              secret: String @requiresScopes(scopes: [["vault"]]) @join__field(graph: A) @join__field(graph: B, external: true)
              grade: String @join__field(graph: B, requires: "secret")
              audit: String @join__directive(graphs: [A], name: "requiresScopes", args: {scopes: [["audit", "vault"], ["root"]]}) @join__field(graph: A)
            }
            type Shop implements Holder @join__implements(graph: A, interface: "Holder") @join__type(graph: A) { name: String secret: String }
            type Ledger @join__type(graph: A) @requiresScopes(scopes: [["ledger"]]) { kind: LedgerKind }
            enum LedgerKind @join__type(graph: A) { OPEN @join__enumValue(graph: A) CLOSED @inaccessible @join__enumValue(graph: A) }
            """));

    private static String sdl(boolean authenticated, String... scopes) {
        return new Contracts(BANK, false)
                .of(new Caller(authenticated, Set.of(scopes), null))
                .sdl();
    }

    @Test
    void showsWithoutATokenOnlyWhatIsPublic() {
        assertThat(sdl(false)).contains("rates").doesNotContain("me: Person", "Ledger");
    }

    @Test
    void opensAFieldByAnyOfItsSetsOfScopes() {
        assertThat(sdl(true, "audit")).doesNotContain("audit");
        assertThat(sdl(true, "audit", "vault")).contains("audit");
        assertThat(sdl(true, "root")).contains("audit: String");
    }

    @Test
    void hidesWhatRequiresAHiddenField() {
        assertThat(sdl(true)).doesNotContain("grade");
        assertThat(sdl(true, "vault")).contains("grade");
    }

    @Test
    void hidesAnInterfaceFieldThatOneImplementationHides() {
        String shown = sdl(true);

        assertThat(shown.substring(shown.indexOf("interface Holder"), shown.indexOf("type Person")))
                .doesNotContain("secret");
        assertThat(sdl(true, "vault")).contains("interface Holder {\n  name: String\n  secret: String\n}");
    }

    private static String sdlOf(String types, String... scopes) {
        Supergraph supergraph = SupergraphReader.read(Supply.supergraph(
                "directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE\n" + types));
        return new Contracts(supergraph, false)
                .of(new Caller(true, Set.of(scopes), null))
                .sdl();
    }

    /** A composer writes on the interface what Team and Customer demand together. */
    private static final String LOOKUP =
            """
            type Query @join__type(graph: A) { node: Node hit: Hit }
            interface Node @join__type(graph: A) @requiresScopes(scopes: [["b", "c"], ["a", "c"]]) { id: ID! mail: String %s }
            type Team implements Node @join__type(graph: A) @join__implements(graph: A, interface: "Node")
                @requiresScopes(scopes: [["a"], ["b"]]) { id: ID! mail: String }
            type Customer implements Node @join__type(graph: A) @join__implements(graph: A, interface: "Node")
                @requiresScopes(scopes: [["c"]]) { id: ID! mail: String @requiresScopes(scopes: [["pii"]]) }
            union Hit @join__type(graph: A) @join__unionMember(graph: A, member: "Team")
                @join__unionMember(graph: A, member: "Customer") = Team | Customer
            """;

    @Test
    void showsAnInterfaceAndAUnionByTheTypesThatAreLeft() {
        String types = LOOKUP.formatted("@requiresScopes(scopes: [[\"pii\"]])");

        assertThat(sdlOf(types, "a"))
                .contains(
                        "node: Node",
                        "hit: Hit",
                        "union Hit = Team\n",
                        "interface Node {\n  id: ID!\n  mail: String\n}")
                .doesNotContain("Customer");
        assertThat(sdlOf(types, "c", "pii"))
                .contains("union Hit = Customer\n", "interface Node {\n  id: ID!\n  mail: String\n}")
                .doesNotContain("Team");
        assertThat(sdlOf(types)).doesNotContain("Node", "Hit", "Team", "Customer");
    }

    /** Whoever sees a customer but not its mail must not read it through the interface. */
    @Test
    void takesAFieldFromTheInterfaceThatOneVisibleTypeHides() {
        String types = LOOKUP.formatted("@requiresScopes(scopes: [[\"pii\"]])");

        assertThat(sdlOf(types, "a", "c")).contains("interface Node {\n  id: ID!\n}", "type Team implements Node");
        assertThat(sdlOf(types, "a", "c", "pii")).contains("interface Node {\n  id: ID!\n  mail: String\n}");
    }

    @Test
    void keepsAGuardThatIsTheInterfacesOwn() {
        String stricter = LOOKUP.formatted("").replace("[[\"b\", \"c\"], [\"a\", \"c\"]]", "[[\"a\", \"b\", \"c\"]]");
        String other = LOOKUP.formatted("@requiresScopes(scopes: [[\"post\"]])");

        assertThat(sdlOf(stricter, "a")).contains("hit: Hit").doesNotContain("Node");
        assertThat(sdlOf(stricter, "a", "b", "c", "pii")).contains("node: Node");
        assertThat(sdlOf(other, "a")).contains("interface Node {\n  id: ID!\n}");
        assertThat(sdlOf(other, "a", "post")).contains("interface Node {\n  id: ID!\n  mail: String\n}");
    }

    /** What follows from a hidden type follows for the interface too: Team loses boss with Customer, so Node loses it. */
    @Test
    void takesAFieldFromTheInterfaceWhoseTypeOneImplementationLost() {
        String types =
                """
                type Query @join__type(graph: A) { node: Node }
                interface Node @join__type(graph: A) { id: ID! boss: Node }
                type Team implements Node @join__type(graph: A) @join__implements(graph: A, interface: "Node") { id: ID! boss: Customer }
                type Customer implements Node @join__type(graph: A) @join__implements(graph: A, interface: "Node")
                    @requiresScopes(scopes: [["c"]]) { id: ID! boss: Team }
                """;

        assertThat(sdlOf(types)).contains("interface Node {\n  id: ID!\n}").doesNotContain("boss", "Customer");
        assertThat(sdlOf(types, "c")).contains("boss: Node", "boss: Customer");
    }

    @Test
    void dropsTypesOutOfReachAndValuesThatAreInaccessible() {
        assertThat(sdl(true, "vault")).doesNotContain("LedgerKind");
        assertThat(sdl(true, "ledger")).contains("enum LedgerKind {\n  OPEN\n}");
    }

    @Test
    void countsDirectivesThatWereRenamed() {
        Supergraph renamed = SupergraphReader.read(
                Supply.supergraph(
                                """
                type Query @join__type(graph: A) { open: Int closed: Int @needs(scopes: [["x"]]) }
                """)
                        .replace(
                                "schema @link",
                                "schema @link(url: \"https://specs.apollo.dev/requiresScopes/v0.1\", import: [{name: \"@requiresScopes\", as: \"@needs\"}]) @link"));

        assertThat(new Contracts(renamed, false).of(Caller.ANONYMOUS).sdl()).doesNotContain("closed");
    }

    @Test
    void answersAHiddenFieldLikeAMisspeltOne() {
        Caller caller = new Caller(true, Set.of(), null);
        Contract contract = new Contracts(BANK, false).of(caller);
        OperationReader reader = new OperationReader(contract.schema(), BANK, Limits.PUBLIC);

        String hidden = refusal(reader, "{ me { secret } }");
        String misspelt = refusal(reader, "{ me { secert } }");

        assertThat(hidden.replace("secret", "X")).isEqualTo(misspelt.replace("secert", "X"));
        assertThat(refusal(reader, "{ ledger { kind } }")).doesNotContain("Ledger");
    }

    private static String refusal(OperationReader reader, String query) {
        GraphqlRequest request = new GraphqlRequest(query, null, Map.of(), Map.of());
        return String.valueOf(catchThrowableOfType(RefusedRequest.class, () -> reader.read(request))
                .getMessage());
    }

    @Test
    void keepsOneContractForOneSetOfScopes() {
        Contracts contracts = new Contracts(BANK, false);

        assertThat(contracts.of(new Caller(true, Set.of("a", "b"), "one")))
                .isSameAs(contracts.of(new Caller(true, Set.of("b", "a"), "two")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import: [{name: \"@inaccessible\", as: \"@hidden\"}]",
                "as: \"hidden\"",
                "as: \"other\", import: [{name: \"@inaccessible\", as: \"@hidden\"}]",
                "as: \"other\", import: [\"@inaccessible\"]",
            })
    void hidesWhatIsInaccessibleUnderAnyName(String link) {
        String name = link.contains("hidden") ? "hidden" : "inaccessible";
        String sdl = Supply.supergraph("type Query @join__type(graph: A) { open: Int secret: Int @" + name + " }")
                .replace(
                        "schema @link",
                        "schema @link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", " + link + ") @link");

        assertThat(new Contracts(SupergraphReader.read(sdl), true)
                        .of(Caller.ANONYMOUS)
                        .sdl())
                .contains("open")
                .doesNotContain("secret");
    }
}
