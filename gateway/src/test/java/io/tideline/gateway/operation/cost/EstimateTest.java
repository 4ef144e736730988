package io.tideline.gateway.operation.cost;

import static io.tideline.gateway.operation.cost.Costs.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tideline.gateway.Supply;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    private static final String LIBRARY =
            """
            type Query @join__type(graph: A) {
              book: Book
              shelf: [Book]
              sized: [Book] @listSize(assumedSize: 7)
              some(max: Int, last: Int = 4, first: Int): [Book] @listSize(slicingArguments: ["max", "last", "first"], requireOneSlicingArgument: false)
              exact(first: Int, last: Int): [Book] @listSize(slicingArguments: ["first", "last"])
              nested(page: Page): [Book] @listSize(assumedSize: 50, slicingArguments: ["page.size"], requireOneSlicingArgument: false)
              cursor(first: Int): Slice @listSize(slicingArguments: ["first"], sizedFields: ["items"])
              books(first: Int = 20, after: String, last: Int): BookConnection
              found(filter: Filter, deep: [Filter!]): Book
              dear: Book @cost(weight: "5.5")
              things: [Thing] @listSize(assumedSize: 10)
              any: Any
              count: Int
              priced: Price
              whole: Book @cost(weight: 7)
              carried: [Book] @join__directive(graphs: [A], name: "listSize", args: {assumedSize: 3})
            }
            type Mutation @join__type(graph: A) { write(title: String): Book }
            type Slice @join__type(graph: A) { items: [Book] total: Int }
            type BookConnection @join__type(graph: A) { edges: [BookEdge] nodes: [Book] pageInfo: PageInfo! totalCount: Int @cost(weight: "9") }
            type BookEdge @join__type(graph: A) { cursor: String node: Book }
            type PageInfo @join__type(graph: A) { hasNextPage: Boolean! }
            interface Thing @join__type(graph: A) { title: String similar: [Thing] }
            type Book implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") {
              title: String similar: [Thing] @listSize(assumedSize: 2) author: Author reviews(first: Int = 10): [Review]
              loans(first: Int): BookConnection
            }
            type Tape implements Thing @join__type(graph: A) @join__implements(graph: A, interface: "Thing") {
              title: String similar: [Thing] @listSize(assumedSize: 4) sound: Sound @cost(weight: "30")
            }
            union Any @join__type(graph: A) @join__unionMember(graph: A, member: "Book") @join__unionMember(graph: A, member: "Tape") = Book | Tape
            type Sound @join__type(graph: A) { seconds: Int }
            type Author @join__type(graph: A) @cost(weight: "3") { name: String }
            type Review @join__type(graph: A) { text: String }
            scalar Price @join__type(graph: A) @cost(weight: "2")
            input Page @join__type(graph: A) { size: Int = 6 }
            input Filter @join__type(graph: A) { text: String pattern: String @cost(weight: "15") or: Filter }
            """;
    private static final Supergraph GRAPH = SupergraphReader.read(Supply.supergraph(LIBRARY));

    private static double cost(String query) {
        return Costs.cost(GRAPH, query, Map.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ count }                                                        |   0",
                "{ book { title } }                                               |   1",
                "{ book { author { name } } }                                     |   4",
                "{ a: book { title } b: book { title } }                          |   2",
                "{ dear { title } }                                               |   5.5",
                "{ whole { title } }                                              |   7",
                "{ priced }                                                       |   2",
                "{ shelf { title } }                                              |   1",
                "{ sized { author { name } } }                                    |  28",
                "{ carried { title } }                                            |   3",
                "{ some(max: 9) { title } }                                       |   9",
                "{ some(max: 9, first: 30) { title } }                            |  30",
                "{ some { title } }                                               |   4",
                "{ exact(first: 8) { title } }                                    |   8",
                "{ nested(page: {size: 12}) { title } }                           |  13",
                "{ nested { title } }                                             |  50",
                "{ cursor(first: 100) { items { title } total } }                 | 101",
                "{ books(first: 100) { edges { node { title } } } }               | 100",
                "{ books { nodes { title } } }                                    |  20",
                "{ books(last: 50) { nodes { title } pageInfo { hasNextPage } } } |  50",
                "{ books(first: 5) { totalCount } }                               |   9",
                "{ book { reviews { text } } }                                    |  11",
                "{ found(filter: {text: \"x\"}) { title } }                       |   2",
                "{ found(filter: {pattern: \"x\", or: {pattern: \"y\"}}) { title } } | 33",
                "{ found(deep: [{text: \"x\"}, {text: \"y\"}]) { title } }        |   3",
                "mutation { write { title } }                                     |  11",
                "mutation { a: write { title } b: write { title } }               |  22",
            })
    void addsUpWhatTheSpecificationSays(String query, double expected) {
        assertThat(cost(query)).isEqualTo(expected);
    }

    @Test
    void takesTheCostliestTypeOfAnAbstractPlace() {
        double both = cost("{ any { ... on Book { author { name } } ... on Tape { sound { seconds } } } }");

        assertThat(both).isEqualTo(31);
        assertThat(cost("{ things { title similar { title } } }")).isEqualTo(10 * (1 + 4.0));
    }

    @Test
    void isNotFooledByFragmentsDefaultsOrConditions() {
        double plain = cost("{ books(first: 100) { nodes { loans(first: 100) { nodes { title } } } } }");

        assertThat(plain).isEqualTo(100 + 100 * 100);
        assertThat(
                        cost(
                                "{ ...A } fragment A on Query { books(first: 100) { nodes { ...B } } } fragment B on Thing { ... on Book { loans(first: 100) { nodes { title } } } }"))
                .isEqualTo(plain);
        String variables =
                "query ($n: Int = 100, $not: Boolean = false) { books(first: $n) { nodes { loans(first: $n) { nodes { title @skip(if: $not) } } } } }";
        assertThat(cost(variables)).isEqualTo(plain);
        assertThat(Costs.cost(GRAPH, variables, Map.of("n", 2))).isEqualTo(6);
        assertThat(cost("{ books(first: 100) { nodes { loans(first: 100) @skip(if: true) { nodes { title } } } } }"))
                .isEqualTo(100);
    }

    @Test
    void refusesBeforeAnythingIsFetchedAndSaysWhy() {
        OperationReader reader = reader(GRAPH, 1_000);
        String query = "query ($n: Int) { books(first: $n) { nodes { loans(first: $n) { nodes { title } } } } }";

        for (int time = 0; time < 2; time++) {
            RefusedRequest refused = catchThrowableOfType(
                    RefusedRequest.class,
                    () -> reader.read(new GraphqlRequest(query, null, Map.of("n", 100), Map.of())));
            assertThat(refused.problems().get(0).code()).isEqualTo("COST_ESTIMATED_TOO_EXPENSIVE");
            assertThat(refused.problems().get(0).details())
                    .isEqualTo(Map.of("cost.estimated", 10_100.0, "cost.max", 1_000.0));
            assertThat(reader.read(new GraphqlRequest(query, null, Map.of("n", 10), Map.of()))
                            .name())
                    .isNull();
        }
    }

    /** The page that the board of a team lead asks for, as {@code ./tideline bench board} does. */
    @Test
    void letsAPageOfAHundredCustomersThrough() {
        Supergraph platform = SupergraphReader.read(Supply.platform().orElseThrow());
        String board =
                """
                { customers(first: 100) { nodes { id externalId name market language tags { tag from until }
                  journey(funnel: "standard") { stage enteredAt }
                  orders(first: 5) { edges { node { amount currency at } } } latestNps } } }""";

        assertThat(Costs.cost(platform, board, Map.of())).isEqualTo(100 * (1 + 1 + 5.0));
        assertThat(Costs.cost(platform, board.replace("first: 5", "first: 100"), Map.of()))
                .isGreaterThan(1_000);
    }

    /** What a statement over the facts of a period costs, 1 for the period itself, and what the numbers it brings do not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ revenue(period: P) { revenue { value definition { formula } interval { low } } repeatPurchaseRate { value } } } | 21",
                "{ revenue(period: P) { by(dimension: MARKET) { key measures { revenue { value } } } } }                          | 46",
                "{ revenue(period: P) { trend(granularity: MONTH) { from measures { revenue { value } } } } }                     | 38",
                "{ satisfaction(period: P) { nps { value } npsChange { z } npsDistribution { count } } }                          | 31",
                "{ acquisition(period: P) { by(dimension: SOURCE) { measures { trend(granularity: MONTH) { measures { cost { value } } } } } } } | 386",
                "{ revenue(period: P) { by(dimension: MARKET) { measures { by(dimension: TEAM) { measures { revenue { value } } } } } } }       | 546",
                "{ revenue(period: P) { by(dimension: MARKET) { measures { by(dimension: TEAM) { measures { by(dimension: AGENT) { measures { orders { value } } } } } } } } } | 10546",
                "{ funnel(key: 1) { stages { key } result(period: P) { overall { value } steps { count stepRate { value } } } } }  | 22",
                "{ funnel(key: 1) { groups(by: MARKET, period: P) { result { steps { stepRate { value } } } } } }                 | 42",
                "{ funnel(key: 1) { result(period: P) { steps { droppedCustomers { nodes { id } } } } } }                         | 222",
                "{ agents { name conversion(funnel: 1, period: P) { value } csat(period: P) { value } } }                         | 210",
                "{ alerts(first: 50) { nodes { notes { text } viewed { by } customer { externalId latestNps } } } }               | 100",
                "subscription { alertRaised { rule customer { externalId } } }                                                    | 2",
                "{ customers(search: 1) { totalCount nodes { id } } }                                                             | 50",
            })
    void weighsTheStatementsOfThePlatform(String query, double expected) {
        Supergraph platform = SupergraphReader.read(Supply.platform().orElseThrow());
        String written = query.replace("P)", "{from: \"2026-01-01\", to: \"2026-07-01\"})")
                .replace(": 1)", ": \"1\")")
                .replace(": 1,", ": \"1\",");

        assertThat(Costs.cost(platform, written, Map.of())).isEqualTo(expected);
    }
}
