package io.tideline.survey.customer;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the feed tells of customers decides whose answers are counted where. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class CopiesIT {
    private static final String TENANT = "copies";
    private static final String PERIOD = "period: {from: \"2026-01-01\", to: \"2026-04-01\"}";

    @Inject
    @All
    List<FeedHandler> handlers;

    @Inject
    Database database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void tell() {
        hear("organisation.changed", Map.of("timeZone", "Asia/Shanghai", "currency", "CNY", "name", "Copies"));
        hear(
                "label.changed",
                Map.of("kind", "AGENT", "externalId", "a1", "id", id("agent", "a1"), "name", "Ada", "team", "t1"));
        hear(
                "label.changed",
                Map.of("kind", "AGENT", "externalId", "a2", "id", id("agent", "a2"), "name", "Bo", "team", "t2"));
        hear("label.changed", Map.of("kind", "TEAM", "externalId", "t1", "id", id("team", "t1"), "name", "North"));
        hear("customer.changed", customer("c1", "CN", "a1", "t1"));
        hear("customer.changed", customer("c2", "CN", "a2", "t2"));
        hear("customer.changed", customer("c3", "DE", "a2", "t2"));
        ingest(
                TENANT,
                "responses",
                List.of(
                        answer("1", "c1", 10, null),
                        answer("2", "c2", 9, null),
                        answer("3", "c3", 2, "a1"),
                        answer("4", "c4", 1, null)));
    }

    @Test
    void groupsByWhatTheCustomerServiceTold() {
        assertThat(groups("MARKET")).containsExactly("|| 1", "CN|CN| 2", "DE|DE| 1");
        assertThat(groups("AGENT"))
                .containsExactlyInAnyOrder(
                        "|| 1", global("Agent", "agent", "a1") + "|Ada| 2", global("Agent", "agent", "a2") + "|Bo| 1");
        assertThat(groups("TEAM"))
                .containsExactlyInAnyOrder(
                        "|| 1", global("Team", "team", "t1") + "|North| 2", global("Team", "team", "t2") + "|t2| 1");
    }

    @Test
    void aGroupCanBeAskedOnAndNarrows() {
        JsonNode groups = as(TENANT, "executive")
                .data(
                        "{ satisfaction(" + PERIOD
                                + ") { by(dimension: MARKET) { key measures { by(dimension: LANGUAGE) { measures { nps { sampleSize } } } npsChange { current { sampleSize } previous { sampleSize } } } } } }")
                .at("/satisfaction/by");

        assertThat(groups.findValuesAsText("sampleSize")).containsExactly("1", "1", "0", "2", "2", "0", "1", "1", "0");
    }

    @Test
    void segmentsNarrowByValueAndByTag() {
        hear("tag.interval", tag("c1", "vip", "2026-01-05T00:00:00Z", null));
        hear("tag.interval", tag("c2", "vip", "2026-01-05T00:00:00Z", "2026-02-01T00:00:00Z"));

        assertThat(answersOf("markets: [\"CN\"]")).isEqualTo(2);
        assertThat(answersOf("markets: [\"CN\"], teams: [\"" + global("Team", "team", "t1") + "\"]"))
                .isEqualTo(1);
        assertThat(answersOf("agents: [\"" + global("Agent", "agent", "a1") + "\"]"))
                .isEqualTo(2);
        assertThat(answersOf("tags: [\"vip\"]")).isEqualTo(1);
        assertThat(answersOf("markets: []")).isZero();
    }

    @Test
    void mergedCustomersAreOne() {
        String tenant = "copies-merged";
        ingest(tenant, "responses", List.of(answer("m1", "m-old", 3, null), answer("m2", "m-new", 9, null)));
        long apart = answers(tenant);

        merge(tenant, "m-old", "m-new");
        long together = answers(tenant);
        merge(tenant, "m-new", "m-last");
        merge(tenant, "m-last", "m-old");

        assertThat(apart).isEqualTo(2);
        assertThat(together).isEqualTo(1);
        assertThat(answers(tenant)).isEqualTo(1);
        assertThat(scores(tenant, "m-last")).containsExactlyInAnyOrder("3", "9");
    }

    @Test
    void customersOfAMergeThatIsTakenBackHaveTheirOwnAnswersAgain() {
        String tenant = "copies-parted";
        ingest(
                tenant,
                "responses",
                List.of(answer("u1", "a", 3, null), answer("u2", "b", 9, null), answer("u3", "c", 7, null)));
        merge(tenant, "a", "b");
        merge(tenant, "b", "c");
        long together = answers(tenant);

        hear(
                tenant,
                "customer.alias.undone",
                Map.of("id", local(tenant, "b"), "members", List.of(local(tenant, "a"), local(tenant, "b"))));

        assertThat(together).isEqualTo(1);
        assertThat(answers(tenant)).isEqualTo(2);
        assertThat(scores(tenant, "b")).containsExactlyInAnyOrder("3", "9");
        assertThat(scores(tenant, "c")).containsExactly("7");
        merge(tenant, "b", "c");
        assertThat(scores(tenant, "c")).containsExactlyInAnyOrder("3", "7", "9");
    }

    private static String local(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }

    @Test
    void leadsSeeTheirTeamAndAgentsThemselves() {
        GraphqlClient lead = GraphqlClient.as(TokenForTests.of(TENANT, "lead").team("t1"));
        GraphqlClient agent =
                GraphqlClient.as(TokenForTests.of(TENANT, "agent").agent("a2").team("t2"));
        GraphqlClient nameless = GraphqlClient.as(TokenForTests.of(TENANT, "lead"));
        String nps = "{ satisfaction(" + PERIOD + ") { nps { sampleSize } } }";
        ingest(TENANT, "responses", List.of(csat("k1", "c1", 5), csat("k2", "c2", 1)));

        assertThat(lead.data(nps).at("/satisfaction/nps/sampleSize").asInt()).isEqualTo(2);
        assertThat(nameless.data(nps).at("/satisfaction/nps/sampleSize").asInt())
                .isZero();
        assertThat(seen(lead, "c1")).isEqualTo(1);
        assertThat(seen(lead, "c2")).isZero();
        assertThat(entity(lead, "Customer", "customer", "c2", "latestNps responses { edges { cursor } }")
                        .toString())
                .isEqualTo("{\"latestNps\":null,\"responses\":null}");
        assertThat(seen(agent, "c2")).isEqualTo(1);
        assertThat(seen(agent, "c1")).isZero();
        assertThat(csatOf(agent, "a2")).isEqualTo(1);
        assertThat(csatOf(agent, "a1")).isZero();
        assertThat(csatOf(lead, "a1")).isEqualTo(1);
        assertThat(csatOf(lead, "a2")).isZero();
    }

    @Test
    void theOrganisationsZoneCutsTheDays() {
        ingest(
                "copies-zone",
                "responses",
                List.of(Map.of(
                        "survey", "z", "type", "nps.0_10", "response", "1", "score", 9, "at", "2026-01-31T17:00:00Z")));
        String february = "{ satisfaction(period: {from: \"2026-02-01\", to: \"2026-03-01\"}) { nps { sampleSize } } }";
        int inUtc = as("copies-zone", "executive")
                .data(february)
                .at("/satisfaction/nps/sampleSize")
                .asInt();

        hear(
                "copies-zone",
                "organisation.changed",
                Map.of("timeZone", "Asia/Shanghai", "currency", "CNY", "name", "Z"));

        assertThat(inUtc).isZero();
        assertThat(as("copies-zone", "executive")
                        .data(february)
                        .at("/satisfaction/nps/sampleSize")
                        .asInt())
                .isEqualTo(1);
    }

    private void merge(String tenant, String from, String to) {
        hear(
                tenant,
                "customer.alias",
                Map.of(
                        "from",
                        Ids.uuid(tenant, "customer", from).toString(),
                        "to",
                        Ids.uuid(tenant, "customer", to).toString()));
    }

    private static List<String> scores(String tenant, String customer) {
        String id = GlobalId.of("Customer", Ids.uuid(tenant, "customer", customer));
        return as(tenant, "admin")
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { responses { edges { node { score } } } } } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", id))))
                .findValuesAsText("score");
    }

    private static long answers(String tenant) {
        return as(tenant, "executive")
                .data("{ satisfaction(" + PERIOD + ") { nps { sampleSize } } }")
                .at("/satisfaction/nps/sampleSize")
                .asLong();
    }

    private void hear(String type, Map<String, Object> data) {
        hear(TENANT, type, data);
    }

    private void hear(String tenant, String type, Map<String, Object> data) {
        FeedEvent event = new FeedEvent(
                "1-1", UUID.randomUUID(), tenant, type, "x", 1, Instant.now(), Instant.now(), json.valueToTree(data));
        FeedHandler handler = handlers.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        database.write(tenant, transaction -> handler.apply(transaction, tenant, List.of(event)))
                .await()
                .indefinitely();
    }

    private static List<String> groups(String dimension) {
        List<String> found = new ArrayList<>();
        as(TENANT, "executive")
                .data("{ satisfaction(" + PERIOD + ", segment: {sources: [\"web\", \"\"]}) { by(dimension: " + dimension
                        + ") { key label measures { nps { sampleSize } } } } }")
                .at("/satisfaction/by")
                .forEach(group -> found.add(
                        group.get("key").asText() + "|" + group.get("label").asText() + "| "
                                + group.at("/measures/nps/sampleSize").asText()));
        return found;
    }

    private static long answersOf(String segment) {
        return as(TENANT, "executive")
                .data("{ satisfaction(" + PERIOD + ", segment: {" + segment + "}) { nps { sampleSize } } }")
                .at("/satisfaction/nps/sampleSize")
                .asLong();
    }

    private static int seen(GraphqlClient client, String customer) {
        JsonNode found =
                entity(client, "Customer", "customer", customer, "responses { edges { node { score type } } }");
        return (int) found.at("/responses/edges").findValuesAsText("type").stream()
                .filter(type -> type.equals("nps.0_10"))
                .count();
    }

    private static int csatOf(GraphqlClient client, String agent) {
        return entity(client, "Agent", "agent", agent, "csat(" + PERIOD + ") { sampleSize }")
                .at("/csat/sampleSize")
                .asInt();
    }

    private static JsonNode entity(GraphqlClient client, String type, String kind, String externalId, String fields) {
        return client.data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on " + type + " { " + fields
                                + " } } }",
                        Map.of("ids", List.of(Map.of("__typename", type, "id", global(type, kind, externalId)))))
                .at("/_entities/0");
    }

    private static Map<String, Object> answer(String response, String customer, int score, @Nullable String agent) {
        Map<String, Object> row = new HashMap<>();
        row.put("survey", "copies");
        row.put("response", response);
        row.put("type", "nps.0_10");
        row.put("customer", customer);
        row.put("score", score);
        row.put("agent", agent);
        row.put("at", "2026-02-01T00:00:00Z");
        return row;
    }

    private static Map<String, Object> csat(String response, String customer, int score) {
        Map<String, Object> row = answer(response, customer, score, null);
        row.put("survey", "copies-csat");
        row.put("type", "csat.5");
        return row;
    }

    private static Map<String, Object> customer(String externalId, String market, String agent, String team) {
        Map<String, Object> data = new HashMap<>();
        data.put("id", id("customer", externalId));
        data.put("externalId", externalId);
        data.put("market", market);
        data.put("language", "en");
        data.put("source", "web");
        data.put("agent", agent);
        data.put("team", team);
        return data;
    }

    private static Map<String, Object> tag(String customer, String tag, String from, @Nullable String until) {
        Map<String, Object> data = new HashMap<>();
        data.put("customerId", id("customer", customer));
        data.put("customer", customer);
        data.put("tag", tag);
        data.put("from", from);
        data.put("until", until);
        return data;
    }

    private static String id(String kind, String externalId) {
        return Ids.uuid(TENANT, kind, externalId).toString();
    }

    private static String global(String type, String kind, String externalId) {
        return GlobalId.of(type, Ids.uuid(TENANT, kind, externalId));
    }
}
