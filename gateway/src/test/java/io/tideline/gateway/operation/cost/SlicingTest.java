package io.tideline.gateway.operation.cost;

import static io.tideline.gateway.operation.cost.Costs.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.gateway.Supply;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many items a request asks for, by the arguments that {@code @listSize} names. */
class SlicingTest {
    private static final Supergraph GRAPH = SupergraphReader.read(
            Supply.supergraph(
                    """
                    type Query @join__type(graph: A) {
                      exact(first: Int, last: Int): [Good] @listSize(slicingArguments: ["first", "last"])
                      preset(first: Int = 8, last: Int): [Good] @listSize(slicingArguments: ["first", "last"])
                      loose(first: Int, last: Int): [Good]
                        @listSize(slicingArguments: ["first", "last"], assumedSize: 12, requireOneSlicingArgument: false)
                      strict(first: Int): [Good] @listSize(slicingArguments: ["first"], assumedSize: 12)
                      paged(by: By!): Page @listSize(slicingArguments: ["by.size"], sizedFields: ["goods", "notes"])
                      shop: Shop
                    }
                    input By @join__type(graph: A) { size: Int! }
                    type Page @join__type(graph: A) { goods: [Good] notes: [Note] total: Int owner: Good }
                    interface Shop @join__type(graph: A) {
                      stock(first: Int): [Good] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false, assumedSize: 3)
                    }
                    type Stall implements Shop @join__type(graph: A) @join__implements(graph: A, interface: "Shop") { stock(first: Int): [Good] }
                    type Good @join__type(graph: A) { name: String parts(first: Int): [Note] @listSize(slicingArguments: ["first"], assumedSize: 2, requireOneSlicingArgument: false) }
                    type Note @join__type(graph: A) { text: String }
                    """));

    private static double costOf(String query, @Nullable String variables) {
        return cost(GRAPH, query, new JsonObject(variables == null ? "{}" : variables).getMap());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "query ($n: Int) { exact(first: $n) { name } }                          | {\"n\": 30}            |   30",
                "query ($n: Int = 6) { exact(first: $n) { name } }                      |                        |    6",
                "query ($n: Int = 6) { exact(first: $n) { name } }                      | {\"n\": 30}            |   30",
                "query ($n: Int, $m: Int) { exact(first: $n, last: $m) { name } }       | {\"n\": 4, \"m\": null} |    4",
                "{ exact(first: 0) { name } }                                           |                        |    0",
                "{ preset { name } }                                                    |                        |    8",
                "{ preset(last: 3) { name } }                                           |                        |    3",
                "{ loose { name } }                                                     |                        |   12",
                "query ($n: Int) { loose(first: $n) { name } }                          |                        |   12",
                "{ loose(first: 2, last: 5) { name } }                                  |                        |    5",
                "{ strict(first: 5) { name } }                                          |                        |    5",
                "{ paged(by: {size: 20}) { goods { name } notes { text } total } }      |                        |   42",
                "{ paged(by: {size: 20}) { owner { name } } }                           |                        |    3",
                "query ($b: By!) { paged(by: $b) { goods { name } } }                   | {\"b\": {\"size\": 9}} |   11",
                "query ($n: Int!) { paged(by: {size: $n}) { goods { name } } }          | {\"n\": 9}             |   11",
                "query ($n: Int) { exact(first: $n) { parts(first: $n) { text } } }     | {\"n\": 10}            |  110",
                "{ exact(first: 10) { parts { text } } }                                |                        |   30",
                "{ shop { stock { name } } }                                            |                        |    4",
                "{ shop { ... on Stall { stock(first: 7) { name } } } }                 |                        |    8",
                "{ exact(first: 2000000000) { name } }                                  |                        | 2000000000",
            })
    void countsTheItemsThatAreAskedFor(String query, @Nullable String variables, double expected) {
        assertThat(costOf(query, variables)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ exact { name } }",
                "{ exact(first: null) { name } }",
                "{ exact(first: 1, last: 2) { name } }",
                "query ($n: Int) { exact(first: $n) { name } }",
                "query ($n: Int = 1) { exact(first: $n, last: 3) { name } }",
                "{ strict { name } }",
            })
    void asksForExactlyOneArgumentWhereTheSchemaDoes(String query) {
        assertThatThrownBy(() -> costOf(query, null))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("exactly one");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -1_000})
    void takesLessThanNothingForNothing(int size) {
        assertThat(costOf(
                        "query ($n: Int) { exact(first: $n) { name } shop { stock { name } } }",
                        "{\"n\": " + size + "}"))
                .isEqualTo(4);
    }
}
