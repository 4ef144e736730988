package io.tideline.survey;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody sees another organisation's rows, nor a field that the role does not open, whichever layer is asked. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class WallIT {
    /** Has the public key alone in its key, and a policy of its own. */
    /** No statements by themselves: others are put into them, and ManyGroupsIT and KeptScoresIT run what comes of it. */
    private static final Set<String> FRAMES =
            Set.of("judge_parts.sql", "answers_of_parts.sql", "comments_of_parts.sql");

    private static final Set<String> FOUND_BY_KEY = Set.of("survey_key");

    private static final Set<String> OF_NO_TENANT = Set.of("feed_cursor", "flyway_schema_history");

    @Inject
    Pool pool;

    @BeforeEach
    void fill() {
        String key = publish("acme", "wall", "nps.0_10");
        answer(Map.of("survey", key, "response", "wall-1", "score", 9));
        ingest(
                "acme",
                "responses",
                List.of(Map.of(
                        "survey",
                        "wall",
                        "response",
                        "wall-2",
                        "score",
                        1,
                        "customer",
                        "c-wall",
                        "at",
                        "2026-01-01T00:00:00Z")));
    }

    @Test
    void anotherOrganisationSeesNothing() {
        String survey = GlobalId.of("Survey", Ids.uuid("acme", "survey", "wall"));
        String customer = GlobalId.of("Customer", Ids.uuid("acme", "customer", "c-wall"));

        JsonNode found = as("globex", "operations")
                .data(
                        "{ surveys { key } byKey: survey(key: \"wall\") { key } byId: survey(id: \"" + survey
                                + "\") { key } satisfaction(period: {from: \"2026-01-01\", to: \"2027-01-01\"}) { nps { sampleSize } by(dimension: MARKET) { key } } }");
        JsonNode rows = as("globex", "admin")
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { latestNps responses { edges { node { id } } } } } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", customer))));
        JsonNode closed = as("globex", "operations")
                .data(
                        "mutation($input: CloseSurveyInput!) { closeSurvey(input: $input) { survey { key } userErrors { code } } }",
                        Map.of("input", Map.of("survey", survey)));

        assertThat(found.toString())
                .isEqualTo(
                        "{\"surveys\":[],\"byKey\":null,\"byId\":null,\"satisfaction\":{\"nps\":{\"sampleSize\":0},\"by\":[]}}");
        assertThat(rows.at("/_entities/0").toString()).isEqualTo("{\"latestNps\":null,\"responses\":{\"edges\":[]}}");
        assertThat(closed.at("/closeSurvey/userErrors/0/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(as("operations")
                        .data("{ survey(key: \"wall\") { status } }")
                        .at("/survey/status")
                        .asText())
                .isEqualTo("OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "executive, true, true, false",
        "operations, true, true, false",
        "lead, true, true, true",
        "agent, false, false, true",
        "admin, false, false, true",
        "integration, false, false, false",
        "service, false, false, false"
    })
    void eachRoleOpensItsFields(String role, boolean scores, boolean surveys, boolean rows) {
        String customer = GlobalId.of("Customer", Ids.uuid("acme", "customer", "c-wall"));
        JsonNode asked = as(role).query(
                        "{ satisfaction(period: {from: \"2026-01-01\", to: \"2027-01-01\"}) { nps { value } } }");
        JsonNode list = as(role).query("{ surveys { key } }");
        JsonNode entity = as(role).query(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { latestNps } } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", customer))));

        assertThat(isOpen(asked)).isEqualTo(scores);
        assertThat(isOpen(list)).isEqualTo(surveys);
        assertThat(isOpen(entity)).isEqualTo(rows);
    }

    @Test
    void onlyThoseWhoWriteSurveysMayChangeThem() {
        String publish = "mutation { publishSurvey(input: {key: \"x\", type: \"csat.5\"}) { survey { key } } }";

        assertThat(as("executive")
                        .query(publish)
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
        assertThat(as("lead").query(publish).at("/errors/0/extensions/code").asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void nobodyButTheGatewayAsksTheGraph() {
        assertThat(given().header(
                                "Authorization",
                                "Bearer "
                                        + TokenForTests.of("acme", "executive").sign())
                        .contentType("application/json")
                        .body(Map.of("query", "{ surveys { key } }"))
                        .post("/graphql")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void rowLevelSecurityAloneHolds() {
        for (String table : tables()) {
            assertThat(count(table, "")).as(table).isZero();
            assertThat(count(table, "globex")).as(table).isZero();
        }
        assertThat(count("response", "acme")).isPositive();
        assertThatThrownBy(() -> inside("globex", "INSERT INTO organisation VALUES ('acme', 'UTC', now())"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aKeyOpensOneSurveyAndNoOther() {
        publish("globex", "wall-other", "nps.0_10");
        String key = as("operations")
                .data("{ survey(key: \"wall\") { publicKey } }")
                .at("/survey/publicKey")
                .asText();

        List<Row> seen = rows(
                "WITH opened AS MATERIALIZED (SELECT set_config('tideline.survey_key', '" + key
                        + "', true)) SELECT k.tenant_id FROM opened CROSS JOIN LATERAL (SELECT * FROM survey_key OFFSET 0) AS k");

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).getString(0)).isEqualTo("acme");
        assertThat(key).hasSize(22);
    }

    @Test
    void everyTableOfATenantIsWalled() {
        for (Row table : rows(
                "SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner = current_user::regrole AS owned,"
                        + " EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL) AS policy,"
                        + " EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggered"
                        + " FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace")) {
            String name = table.getString("relname");
            if (!OF_NO_TENANT.contains(name)) {
                assertThat(table.getBoolean("relrowsecurity")).as(name).isTrue();
                assertThat(table.getBoolean("relforcerowsecurity")).as(name).isTrue();
                assertThat(table.getBoolean("policy")).as(name).isTrue();
                assertThat(table.getBoolean("owned")).as(name).isFalse();
                assertThat(table.getBoolean("triggered")).as(name).isFalse();
            }
        }
        assertThat(rows("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                        .get(0)
                        .getBoolean(0))
                .isFalse();
    }

    @Test
    void everyKeyBeginsWithTheTenant() {
        Set<String> others = rows(
                        "SELECT DISTINCT con.conrelid::regclass::text AS name FROM pg_constraint con"
                                + " JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = con.conkey[1]"
                                + " WHERE con.contype IN ('p', 'u', 'f') AND con.connamespace = 'public'::regnamespace AND a.attname <> 'tenant_id'")
                .stream()
                .map(row -> row.getString("name"))
                .filter(name -> !OF_NO_TENANT.contains(name))
                .collect(Collectors.toSet());

        assertThat(others).isEqualTo(FOUND_BY_KEY);
    }

    @Test
    void everyStatementFitsTheSchema() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of("src/main/resources/io/tideline/survey"))) {
            files = found.filter(file -> file.toString().endsWith(".sql")).toList();
        }

        assertThat(files).hasSizeGreaterThan(15);
        for (Path file : files) {
            if (FRAMES.contains(file.getFileName().toString())) {
                continue;
            }
            String sql = Files.readString(file);
            pool.withConnection(connection -> connection.prepare(sql).flatMap(statement -> statement.close()))
                    .onFailure()
                    .transform(failure -> new AssertionError(file + ": " + failure.getMessage()))
                    .await()
                    .indefinitely();
        }
    }

    @Test
    void aSurveysIdOpensItOnlyToThoseWhoMeetSurveys() {
        String query = "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Survey { key } } }";
        Map<String, ?> ids = Map.of(
                "ids",
                List.of(Map.of(
                        "__typename", "Survey", "id", GlobalId.of("Survey", Ids.uuid("acme", "survey", "wall")))));

        assertThat(as("lead").data(query, ids).at("/_entities/0/key").asText()).isEqualTo("wall");
        assertThat(as("agent").data(query, ids).at("/_entities/0/key").asText()).isEqualTo("wall");
        assertThat(as("integration").data(query, ids).at("/_entities/0").isNull())
                .isTrue();
        assertThat(as("globex", "operations")
                        .data(query, ids)
                        .at("/_entities/0")
                        .isNull())
                .isTrue();
    }

    private static boolean isOpen(JsonNode answer) {
        String code = answer.at("/errors/0/extensions/code").asText();
        assertThat(code).isIn("", "FORBIDDEN");
        return code.isEmpty();
    }

    private List<String> tables() {
        return rows(
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relnamespace = 'public'::regnamespace")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private long count(String table, String tenant) {
        return inside(tenant, "SELECT count(*) FROM " + table + " WHERE tenant_id = 'acme'")
                .get(0)
                .getLong(0);
    }

    private List<Row> inside(String tenant, String statement) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("SELECT set_config('tideline.tenant', $1, true)")
                        .execute(Tuple.of(tenant))
                        .flatMap(set -> connection.query(statement).execute()))
                .map(found -> StreamSupport.stream(found.spliterator(), false).toList())
                .await()
                .indefinitely();
    }

    private List<Row> rows(String sql) {
        return pool.query(sql)
                .execute()
                .map(found -> StreamSupport.stream(found.spliterator(), false).toList())
                .await()
                .indefinitely();
    }
}
