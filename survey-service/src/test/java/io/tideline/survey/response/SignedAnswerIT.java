package io.tideline.survey.response;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.ServiceForTests.MintedLink;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers whose giver is proved by a token, and all that is no proof. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SignedAnswerIT {
    private static final String TENANT = "signers";
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    DoorPool pool;

    private String survey;
    private SignerForTests signer;

    @BeforeEach
    void open() {
        survey = publish(TENANT, "signed", "nps.0_10");
        signer = KeysForTests.only(TENANT);
    }

    /** SV-19. */
    @Test
    void aLinkGivesOneAnswerOfItsCustomer() {
        MintedLink link = links(TENANT, "signed", "c-link").get(0);
        String token = link.token();

        assertThat(state(token)).containsEntry("state", "NEW").containsEntry("response", link.response());
        Response begun = answer(signed(token, Map.of("score", 9, "final", false)));
        assertThat(state(token)).containsEntry("state", "UNFINISHED").containsEntry("score", 9);
        Response finished = answer(signed(token, Map.of("score", 9, "comment", "fine")));
        assertThat(state(token)).containsEntry("state", "FINISHED").doesNotContainKey("score");
        Response again = answer(signed(token, Map.of("score", 9, "comment", "fine")));
        Response other = answer(signed(token, Map.of("score", 2)));
        Response elsewhere = answer(signed(token, Map.of("score", 9, "comment", "fine", "language", "en")));

        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(finished.asString()).isEqualTo(begun.asString());
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(List.of(other.statusCode(), elsewhere.statusCode())).containsOnly(409);
        assertThat(other.jsonPath().getString("code")).isEqualTo("ALREADY_ANSWERED");
        assertThat(responsesOf("c-link")).isEqualTo("[{\"node\":{\"score\":9,\"comment\":\"fine\"}}]");
    }

    @Test
    void aSignedPersonAnswersAsThatCustomerAndTheOthersAreTold() {
        String token = signer.person("c-person", HOUR);
        String response = UUID.randomUUID().toString();
        Map<String, Object> given =
                new HashMap<>(Map.of("survey", survey, "response", response, "score", 3, "signed", token));

        Response taken = answer(given);
        given.put("signed", signer.person("c-other", HOUR));
        Response asAnother = answer(given);

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(asAnother.statusCode()).isEqualTo(422);
        assertThat(responsesOf("c-person")).isEqualTo("[{\"node\":{\"score\":3,\"comment\":null}}]");
        assertThat(told(Ids.uuid(TENANT, "customer", "c-person"))).containsExactly("c-person|3");
    }

    @Test
    void whoIsProvedIsJudgedLikeAnybodyElse() {
        String token = signer.person("c-judged", HOUR);
        String first = UUID.randomUUID().toString();

        assertThat(code(Map.of("survey", survey, "response", first, "score", 11, "signed", token)))
                .isEqualTo("OUT_OF_SCALE");
        assertThat(code(Map.of("survey", survey, "response", first, "comment", "x", "signed", token)))
                .isEqualTo("MISSING");
        assertThat(code(Map.of("survey", survey, "response", first, "score", 1, "version", 9, "signed", token)))
                .isEqualTo("NO_SUCH_VERSION");
        assertThat(responsesOf("c-judged")).isEqualTo("[]");
    }

    @Test
    void idsOfLinksAreForThoseWhoHoldThem() {
        Map<String, Object> given = new HashMap<>(Map.of("survey", survey, "response", "link-guessed", "score", 9));

        Response unproved = answer(given);
        given.put("signed", signer.person("c-guesser", HOUR));
        Response asPerson = answer(given);

        assertThat(List.of(unproved.statusCode(), asPerson.statusCode())).containsOnly(400);
        assertThat(asPerson.jsonPath().getString("pointer")).isEqualTo("/response");
        assertThat(responsesOf("c-guesser")).isEqualTo("[]");
    }

    @Test
    void whatIsToldOfALinkIsToldByItsHolder() {
        MintedLink link = links(TENANT, "signed", "c-holder").get(0);

        Response unproved = given().contentType("application/json")
                .body(Map.of("survey", survey, "response", link.response(), "event", "shown"))
                .post("/w/v1/events");
        Response asPerson = tell(signer.person("c-guesser", HOUR), link.response());
        Response asHolder = tell(link.token(), "another-copy");

        assertThat(List.of(unproved.statusCode(), asPerson.statusCode())).containsOnly(400);
        assertThat(asPerson.jsonPath().getString("pointer")).isEqualTo("/response");
        assertThat(asHolder.statusCode()).isEqualTo(200);
        assertThat(asHolder.header("Idempotency-Replayed")).isNull();
        assertThat(rows(
                        "SELECT customer_id::text AS found FROM delivery_event WHERE response_key = $1",
                        link.response()))
                .containsExactly(Ids.uuid(TENANT, "customer", "c-holder").toString());
        assertThat(rows("SELECT kind AS found FROM delivery_event WHERE response_key = $1", "another-copy"))
                .isEmpty();
    }

    /** SV-19, W03. */
    @Test
    void nothingButTheWholeTokenProvesAnythingAndNobodyLearnsWhy() {
        String other = publish(TENANT, "signed-other", "nps.0_10");
        SignerForTests foreign = KeysForTests.only("signers-abroad");
        String good = links(TENANT, "signed", "c-forged").get(0).token();
        String[] parts = good.split("\\.");
        List<String> forged = new ArrayList<>(List.of(
                "",
                "x",
                parts[0] + "." + parts[1] + "." + parts[2] + ".",
                "p1." + parts[1] + "." + parts[2] + "." + parts[3],
                parts[0] + "." + foreign.keyId() + "." + parts[2] + "." + parts[3],
                foreign.person("c-forged", HOUR),
                new SignerForTests(parts[1], foreign.secret()).person("c-forged", HOUR),
                new SignerForTests(parts[1], "null").person("c-forged", HOUR),
                "none." + parts[1] + "." + parts[2] + "." + parts[3],
                parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3] + "=",
                good + "." + parts[3]));
        for (int at = 0; at < good.length(); at += 3) {
            forged.add(good.substring(0, at) + (char) (good.charAt(at) ^ 1) + good.substring(at + 1));
        }

        List<String> said = forged.stream()
                .filter(token -> !token.isEmpty())
                .map(token -> answer(signed(token, Map.of("score", 9))))
                .map(refused -> refused.statusCode() + refused.asString())
                .distinct()
                .toList();
        Response elsewhere = answer(Map.of("survey", other, "response", "r", "score", 9, "signed", good));
        Response abroad = shownTo(good, publish("signers-abroad", "signed", "nps.0_10"));

        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("401").contains("LINK_REFUSED");
        assertThat(elsewhere.statusCode() + elsewhere.asString()).isEqualTo(said.get(0));
        assertThat(abroad.statusCode() + abroad.asString()).isEqualTo(said.get(0));
        assertThat(responsesOf("c-forged")).isEqualTo("[]");
        assertThat(answer(signed(good, Map.of("score", 9))).statusCode()).isEqualTo(200);
    }

    /** SV-19, W03. */
    @Test
    void whatHasExpiredIsGone() {
        String person = signer.person("c-late", Duration.ofSeconds(-1));

        Response answered = answer(signed(person, Map.of("score", 9)));
        Response shown = shownTo(person, survey);
        Response told = tell(person, "late");

        assertThat(List.of(answered.statusCode(), shown.statusCode(), told.statusCode()))
                .containsOnly(410);
        assertThat(answered.asString()).contains("LINK_REFUSED").isEqualTo(shown.asString());
        assertThat(responsesOf("c-late")).isEqualTo("[]");
    }

    @Test
    void aTokenInAnAddressIsRefusedWhereverItStands() {
        String token = signer.person("c-address", HOUR);
        Map<String, Object> body = Map.of("survey", survey, "response", "addressed", "score", 9);

        Response shown = given().queryParam("signed", token).get("/w/v1/surveys/" + survey);
        Response answered = given().queryParam("signed", token)
                .contentType("application/json")
                .body(body)
                .post("/w/v1/responses");

        assertThat(List.of(shown.statusCode(), answered.statusCode())).containsOnly(400);
        assertThat(shown.jsonPath().getString("code")).isEqualTo("TOKEN_IN_ADDRESS");
        assertThat(answered.asString()).isEqualTo(shown.asString()).doesNotContain(token);
        assertThat(rows("SELECT response_key AS found FROM response WHERE response_key = $1", "addressed"))
                .isEmpty();
    }

    @Test
    void whatIsForOneIsKeptNowhereAndAPageMayAskForItInPlainText() {
        Response shown = given().header("Origin", "https://shop.example")
                .contentType("text/plain")
                .body(new JsonObject()
                        .put("signed", signer.person("c-plain", HOUR))
                        .put("language", "de")
                        .encode())
                .post("/w/v1/surveys/" + survey);
        Response misspelt = given().contentType("application/json")
                .body(Map.of("sigend", "x"))
                .post("/w/v1/surveys/" + survey);

        assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shown.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(shown.jsonPath().getBoolean("show")).isTrue();
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.jsonPath().getString("pointer")).isEqualTo("/sigend");
    }

    @Test
    void lookingAtALinkCountsAsNothing() {
        MintedLink link = links(TENANT, "signed", "c-scanned").get(0);
        String page = "/w/v1/link/" + survey;

        given().get(page).then().statusCode(200);
        given().head(page).then().statusCode(200);
        shownTo(link.token(), survey).then().statusCode(200);

        assertThat(state(link.token())).containsEntry("state", "NEW");
        assertThat(rows("SELECT kind AS found FROM delivery_event WHERE response_key = $1", link.response()))
                .isEmpty();
        assertThat(rows("SELECT response_key AS found FROM response WHERE response_key = $1", link.response()))
                .isEmpty();
    }

    @Test
    void timesAreTheDatabasesWhoeverIsProved() {
        String token = signer.person("c-timed", HOUR);
        Instant now = Instant.now();

        answer(timed(token, "timed-old", now.minus(Duration.ofDays(30))));
        answer(timed(token, "timed-ahead", now.plus(Duration.ofHours(2))));
        answer(timed(token, "timed-yesterday", now.minus(Duration.ofDays(1))));

        assertThat(rows(
                        "SELECT (answered_at = recorded_at - interval '7 days' AND claimed_at < answered_at)::text AS found FROM response WHERE response_key = $1",
                        "timed-old"))
                .containsExactly("true");
        assertThat(rows(
                        "SELECT (answered_at = recorded_at AND claimed_at > answered_at)::text AS found FROM response WHERE response_key = $1",
                        "timed-ahead"))
                .containsExactly("true");
        assertThat(rows(
                        "SELECT (answered_at = claimed_at)::text AS found FROM response WHERE response_key = $1",
                        "timed-yesterday"))
                .containsExactly("true");
    }

    private Map<String, Object> timed(String token, String response, Instant at) {
        return Map.of("survey", survey, "response", response, "score", 9, "signed", token, "answeredAt", at.toString());
    }

    @Test
    void whatIsShownToSomebodyProvedIsNotedOfThem() {
        String token = signer.person("c-shown", HOUR);

        assertThat(tell(token, "shown-to-one").statusCode()).isEqualTo(200);

        assertThat(rows(
                        "SELECT customer_id::text AS found FROM delivery_event WHERE response_key = $1",
                        "shown-to-one"))
                .containsExactly(Ids.uuid(TENANT, "customer", "c-shown").toString());
    }

    private Response tell(String token, String response) {
        return given().contentType("application/json")
                .body(Map.of("survey", survey, "response", response, "event", "shown", "signed", token))
                .post("/w/v1/events");
    }

    private Map<String, Object> signed(String token, Map<String, ?> answer) {
        Map<String, Object> body = new HashMap<>(answer);
        body.putAll(Map.of("survey", survey, "response", "of-the-link", "signed", token));
        return body;
    }

    private static String code(Map<String, ?> body) {
        return answer(body).jsonPath().getString("code");
    }

    private Map<String, Object> state(String token) {
        return shownTo(token, survey).jsonPath().getMap("link");
    }

    private static String responsesOf(String customer) {
        String id = GlobalId.of("Customer", Ids.uuid(TENANT, "customer", customer));
        return as(TENANT, "admin")
                .data(
                        "query($ids: [_Any!]!) { _entities(representations: $ids) { ... on Customer { responses { edges { node { score comment } } } } } }",
                        Map.of("ids", List.of(Map.of("__typename", "Customer", "id", id))))
                .at("/_entities/0/responses/edges")
                .toString();
    }

    private List<String> told(UUID customer) {
        var found = pool.run(
                        "WITH feed AS MATERIALIZED (SELECT set_config('tideline.feed', 'on', true)) SELECT told.found FROM feed CROSS JOIN LATERAL ("
                                + "SELECT (data ->> 'customer') || '|' || (data ->> 'score') AS found FROM outbox"
                                + " WHERE type = 'response.recorded' AND data ->> 'customerId' = $1 OFFSET 0) AS told",
                        Tuple.of(customer.toString()))
                .await()
                .indefinitely();
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> row.getString("found"))
                .toList();
    }

    private List<String> rows(String sql, String response) {
        var found = pool.write(
                        TENANT, transaction -> transaction.preparedQuery(sql).execute(Tuple.of(response)))
                .await()
                .indefinitely();
        return StreamSupport.stream(found.spliterator(), false)
                .map(row -> row.getString("found"))
                .toList();
    }
}
