package io.tideline.survey.contact;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a person is asked is decided here, from what was shown and sent to them on whichever device. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class GovernorIT {
    private static final String TENANT = "governed";
    private static final String SET =
            "mutation($input: SetContactRulesInput!) { setContactRules(input: $input) { rules { scope survey days most } userErrors { code field } } }";
    private static final String MINT =
            "mutation($input: MintSurveyLinksInput!) { mintSurveyLinks(input: $input) { links { url } withheld { customer reason until } userErrors { code } } }";

    @Inject
    FeedForTests feed;

    private String nps;
    private String ces;
    private SignerForTests signer;

    @BeforeEach
    void open() {
        nps = publish(TENANT, "gov-nps", "nps.0_10");
        ces = publish(TENANT, "gov-ces", "ces2.agree7");
        signer = KeysForTests.only(TENANT);
        set(List.of(Map.of("scope", "ANY_SURVEY", "days", 7), Map.of("scope", "NPS", "days", 90)));
    }

    /** SV-20. */
    @Test
    void asksWhenEachClockHasRun() {
        happened("shown", "gov-nps", "sv20", "d0", 3);
        Map<String, Object> early = asked("sv20", ces);
        happened("shown", "gov-nps", "sv20-later", "d0", 7);
        Map<String, Object> late = asked("sv20-later", ces);
        happened("shown", "gov-ces", "sv20-later", "d7", 0);
        Map<String, Object> again = asked("sv20-later", nps);

        assertThat(early)
                .containsEntry("show", false)
                .containsEntry("reason", "ANY_SURVEY")
                .doesNotContainKey("question");
        assertThat(until(early)).isBetween(in(Duration.ofDays(4).minusMinutes(5)), in(Duration.ofDays(4)));
        assertThat(late).containsEntry("show", true).containsKey("question");
        assertThat(again).containsEntry("reason", "NPS");
        assertThat(until(again)).isBetween(in(Duration.ofDays(83).minusMinutes(5)), in(Duration.ofDays(83)));
    }

    @Test
    void countsWhatAPageShowedAndNotThatItAsked() {
        Map<String, Object> first = asked("gov-page", ces);
        Map<String, Object> second = asked("gov-page", ces);
        given().contentType("application/json")
                .body(Map.of("survey", ces, "response", "copy-1", "event", "shown", "signed", person("gov-page")))
                .post("/w/v1/events")
                .then()
                .statusCode(200);

        assertThat(List.of(first.get("show"), second.get("show"))).containsOnly(true);
        assertThat(asked("gov-page", ces)).containsEntry("reason", "ANY_SURVEY");
        assertThat(asked("gov-nobody", ces)).containsEntry("show", true);
        assertThat(given().get("/w/v1/surveys/" + ces).jsonPath().getBoolean("show"))
                .isTrue();
    }

    @Test
    void tellsThePageTheRulesForThoseWhomNothingProvesAndNoOther() {
        String survey = GlobalId.of("Survey", Ids.uuid(TENANT, "survey", "gov-ces"));
        set(List.of(
                Map.of("scope", "NPS", "days", 90),
                Map.of("scope", "SURVEY", "days", 365, "survey", survey),
                Map.of("scope", "BUDGET", "days", 30, "most", 2)));
        Map<String, Object> budget = Map.of("scope", "BUDGET", "days", 30, "most", 2);

        assertThat(contact(nps)).containsExactly(Map.of("scope", "NPS", "days", 90), budget);
        assertThat(contact(ces)).containsExactly(Map.of("scope", "SURVEY", "days", 365), budget);
        assertThat(contact(publish("ungoverned", "gov-ces", "ces2.agree7"))).isNull();
        assertThat(asked("gov-proved", nps)).containsEntry("show", true).doesNotContainKey("contact");
    }

    @Test
    void whatCameToACustomerBeforeAMergeStillCounts() {
        happened("shown", "gov-nps", "gov-old", "m0", 1);
        feed.tell(
                "2026-01-01T00:00:00Z",
                TENANT,
                "customer.alias",
                Map.of(
                        "from", Ids.uuid(TENANT, "customer", "gov-old").toString(),
                        "to", Ids.uuid(TENANT, "customer", "gov-new").toString()));

        assertThat(asked("gov-new", ces)).containsEntry("reason", "ANY_SURVEY");
        assertThat(asked("gov-old", ces)).containsEntry("reason", "ANY_SURVEY");
    }

    @Test
    void oneBudgetHoldsForSendsToo() {
        set(List.of(Map.of("scope", "BUDGET", "days", 30, "most", 2)));
        happened("sent", "gov-nps", "gov-mail", "s1", 5);
        int before = links(TENANT, "gov-nps", "gov-mail").size();
        happened("sent", "gov-ces", "gov-mail", "s2", 4);
        int after = links(TENANT, "gov-nps", "gov-mail").size();
        JsonNode minted = mint(false);

        assertThat(List.of(before, after)).containsExactly(1, 0);
        assertThat(minted.at("/links").size()).isZero();
        assertThat(minted.at("/withheld/0/reason").asText()).isEqualTo("BUDGET");
        assertThat(mint(true).at("/links").size()).isEqualTo(1);
        assertThat(asked("gov-mail", ces)).containsEntry("reason", "BUDGET");
    }

    @Test
    void aCopyCountsFromWhenItWasSentWhateverOtherRulesLookBackTo() {
        Map<String, ?> budget = Map.of("scope", "BUDGET", "days", 7, "most", 1);
        happened("sent", "gov-ces", "gov-late", "b0", 10);
        happened("shown", "gov-ces", "gov-late", "b0", 3);

        set(List.of(budget));
        Map<String, Object> alone = asked("gov-late", nps);
        set(List.of(budget, Map.of("scope", "NPS", "days", 90)));
        Map<String, Object> besideAnother = asked("gov-late", nps);

        assertThat(List.of(alone.get("show"), besideAnother.get("show"))).containsOnly(true);
    }

    @Test
    void ofRulesThatAreSetAtOnceTheLastStand() {
        List<List<Map<String, ?>>> wanted = IntStream.range(1, 20)
                .<List<Map<String, ?>>>mapToObj(days ->
                        List.of(Map.of("scope", "NPS", "days", days), Map.of("scope", "ANY_SURVEY", "days", days)))
                .toList();

        List<JsonNode> done = wanted.parallelStream().map(GovernorIT::set).toList();

        assertThat(done).allSatisfy(one -> assertThat(one.get("userErrors")).isEmpty());
        List<Integer> days = new ArrayList<>();
        as(TENANT, "operations")
                .data("{ contactRules { days } }")
                .get("contactRules")
                .forEach(rule -> days.add(rule.get("days").asInt()));
        assertThat(days).hasSize(2);
        assertThat(days.get(0)).isEqualTo(days.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\":\"NPS\",\"days\":0}|days",
                "{\"scope\":\"NPS\",\"days\":3651}|days",
                "{\"scope\":\"BUDGET\",\"days\":1}|most",
                "{\"scope\":\"NPS\",\"days\":1,\"most\":1}|most",
                "{\"scope\":\"SURVEY\",\"days\":1}|survey"
            })
    void saysWhichRuleMakesNoSense(String rule, String field) {
        JsonNode refused = set(List.of(new JsonObject(rule).getMap()));

        assertThat(refused.get("userErrors").toString())
                .isEqualTo("[{\"code\":\"INVALID\",\"field\":\"input.rules.0." + field + "\"}]");
        assertThat(as(TENANT, "operations").data("{ contactRules { days } }").toString())
                .isEqualTo("{\"contactRules\":[{\"days\":7},{\"days\":90}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "lead", "agent", "admin", "integration"})
    void onlyThoseWhoWriteSurveysMakeRules(String role) {
        for (String document : List.of(
                "mutation { setContactRules(input: {rules: []}) { rules { days } } }", "{ contactRules { days } }")) {
            assertThat(as(TENANT, role)
                            .query(document)
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("FORBIDDEN");
        }
    }

    private static JsonNode mint(boolean unasked) {
        String survey = GlobalId.of("Survey", Ids.uuid(TENANT, "survey", "gov-nps"));
        String customer = GlobalId.of("Customer", Ids.uuid(TENANT, "customer", "gov-mail"));
        Map<String, ?> input = Map.of("survey", survey, "customers", List.of(customer), "ignoreContactRules", unasked);
        return as(TENANT, "operations").data(MINT, Map.of("input", input)).get("mintSurveyLinks");
    }

    private static JsonNode set(List<? extends Map<String, ?>> rules) {
        return as(TENANT, "operations")
                .data(SET, Map.of("input", Map.of("rules", rules)))
                .get("setContactRules");
    }

    private static void happened(String event, String survey, String customer, String copy, int daysAgo) {
        Map<String, ?> row = Map.of(
                "survey",
                survey,
                "response",
                customer + copy,
                "event",
                event,
                "customer",
                customer,
                "at",
                in(Duration.ofDays(-daysAgo)).toString());
        ingest(TENANT, "deliveries", List.of(row));
    }

    private static List<Map<String, Object>> contact(String survey) {
        return given().get("/w/v1/surveys/" + survey).jsonPath().getList("contact");
    }

    private String person(String customer) {
        return signer.person(customer, Duration.ofHours(1));
    }

    private Map<String, Object> asked(String customer, String survey) {
        return shownTo(person(customer), survey).jsonPath().getMap("");
    }

    private static Instant until(Map<String, Object> answer) {
        return Instant.parse(String.valueOf(answer.get("until")));
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }
}
