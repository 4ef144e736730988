package io.tideline.gateway.operation.cost;

import static io.tideline.gateway.operation.cost.Costs.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.gateway.Supply;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphException;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under which names the directives of cost are found. */
class CostDirectivesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                                              | cost             | listSize",
                "cost/v0.1\", import: [\"@cost\", \"@listSize\"]                              | cost             | listSize",
                "cost/v0.1\"                                                                  | cost             | cost__listSize",
                "cost/v0.1\", as: \"price\"                                                  | price            | price__listSize",
                "cost/v0.1\", import: [{name: \"@cost\", as: \"@price\"}, \"@listSize\"]    | price            | listSize",
                "cost/v0.1\", import: [{name: \"@cost\", as: \"@price\"}]                   | price            | cost__listSize",
                "cost/v0.1\", as: \"toll\", import: [{name: \"@listSize\", as: \"@size\"}]  | toll             | size",
                "cost/v0.1\", as: \"toll\", import: [{name: \"@cost\", as: \"@price\"}]     | price            | toll__listSize",
                "federation/v2.9\", import: [\"@cost\", {name: \"@listSize\", as: \"@size\"}] | cost            | size",
                "federation/v2.9\"                                                            | federation__cost | federation__listSize",
                "federation/v2.9\", as: \"fed\"                                              | fed__cost        | fed__listSize",
            })
    void readsThemUnderTheNamesOfTheirLink(@Nullable String link, String cost, String listSize) {
        String sdl = Supply.supergraph(
                """
                type Query @join__type(graph: A) { one: Book @%s(weight: "4") all: [Book] @%s(assumedSize: 6) }
                type Book @join__type(graph: A) { title: String }
                """
                        .formatted(cost, listSize));
        String linked = link == null
                ? sdl
                : sdl.replace("schema @link", "schema @link(url: \"https://specs.apollo.dev/" + link + ") @link");

        assertThat(cost(SupergraphReader.read(linked), "{ one { title } all { title } }", Map.of()))
                .isEqualTo(10);
    }

    @Test
    void refusesASupergraphWithAWeightThatIsNoNumber() {
        Supergraph broken = SupergraphReader.read(
                Supply.supergraph("type Query @join__type(graph: A) { one: Int @cost(weight: \"much\") }"));

        assertThatThrownBy(() -> new Weights(broken))
                .isInstanceOf(SupergraphException.class)
                .hasMessageContaining("'much'");
    }
}
