package io.tideline.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SupergraphReaderTest {
    private static final String HEAD =
            """
            schema @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
            enum join__Graph {
              ORCHARD @join__graph(name: "orchard", url: "http://orchard.test/graphql")
              MARKET @join__graph(name: "market", url: "http://market.test/graphql")
            }
            """;

    @Test
    void knowsWhichSubgraphAnswersAField() {
        Supergraph supergraph = SupergraphReader.read(
                HEAD
                        + """
                type Query @join__type(graph: ORCHARD) { apple: Apple }
                type Apple @join__type(graph: ORCHARD, key: "id") @join__type(graph: MARKET, key: "id", resolvable: false) {
                  id: ID!
                  weight: Int @join__field(graph: ORCHARD) @join__field(graph: MARKET, external: true)
                  price: Int @join__field(graph: MARKET, requires: "weight")
                }
                """);
        Graph orchard = supergraph.graphs().get(0);
        Graph market = supergraph.graphs().get(1);

        assertThat(supergraph.fieldIn("Apple", "price", orchard)).isNull();
        assertThat(supergraph.fieldIn("Apple", "weight", market)).matches(at -> !at.isOwn());
        assertThat(supergraph.fieldIn("Apple", "price", market))
                .extracting(at -> String.valueOf(at.requires()))
                .asString()
                .contains("weight");
        assertThat(supergraph.type("Apple").at().get(market))
                .matches(at -> at.keys().stream().noneMatch(Key::resolvable));
        assertThat(market.url()).isEqualTo("http://market.test/graphql");
    }

    @Test
    void readsOwnersOfTheFirstJoinVersion() {
        Supergraph supergraph = SupergraphReader.read(
                """
                schema @core(feature: "https://specs.apollo.dev/core/v0.1") @core(feature: "https://specs.apollo.dev/join/v0.1") { query: Query }
                enum join__Graph {
                  ORCHARD @join__graph(name: "orchard", url: "")
                  MARKET @join__graph(name: "market", url: "")
                }
                type Query { apple: Apple @join__field(graph: ORCHARD) }
                type Apple @join__owner(graph: ORCHARD) @join__type(graph: ORCHARD, key: "id") @join__type(graph: MARKET, key: "id") {
                  id: ID! @join__field(graph: ORCHARD)
                  colour: Colour
                  price: Int @join__field(graph: MARKET)
                }
                type Colour { name: String }
                """);
        Graph orchard = supergraph.graphs().get(0);
        Graph market = supergraph.graphs().get(1);

        assertThat(supergraph.fieldIn("Apple", "colour", orchard)).isNotNull();
        assertThat(supergraph.fieldIn("Apple", "colour", market)).isNull();
        assertThat(supergraph.fieldIn("Apple", "id", market)).isNotNull();
        assertThat(supergraph.fieldIn("Colour", "name", market)).isNotNull();
    }

    @Test
    void ignoresDirectivesItDoesNotKnow() {
        Supergraph supergraph = SupergraphReader.read(
                HEAD
                        + """
                type Query @join__type(graph: ORCHARD) @novelty(level: 3) { apple: String @join__future(graph: ORCHARD) }
                """);

        assertThat(supergraph.field("Query", "apple").typeName()).isEqualTo("String");
    }

    @Test
    void saysWhereAFileIsMalformed() {
        assertThatThrownBy(() -> SupergraphReader.read(HEAD + "type Query @join__type(graph: BARN) { apple: String }"))
                .isInstanceOf(SupergraphException.class)
                .hasMessageContaining("BARN")
                .hasMessageContaining("line 6, column 12");
        assertThatThrownBy(() -> SupergraphReader.read(HEAD + "type Query {"))
                .isInstanceOf(SupergraphException.class)
                .hasMessageContaining("line 6");
        assertThatThrownBy(() -> SupergraphReader.read(HEAD + "type Query { apple: Aple }"))
                .isInstanceOf(SupergraphException.class)
                .hasMessageContaining("unknown type Aple");
        assertThatThrownBy(() -> SupergraphReader.read("type Query { apple: String }"))
                .isInstanceOf(SupergraphException.class);
    }
}
