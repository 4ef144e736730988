package io.tideline.survey.contact;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.publish;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.ServiceForTests.MintedLink;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What moves the clocks of contact rules, and what keeps them where they are. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ContactClocksIT {
    private static final String TENANT = "clocks";

    private String nps;
    private String ces;
    private SignerForTests signer;

    @BeforeEach
    void open() {
        nps = publish(TENANT, "clock-nps", "nps.0_10");
        ces = publish(TENANT, "clock-ces", "ces2.agree7");
        signer = KeysForTests.only(TENANT);
        set(Map.of("scope", "ANY_SURVEY", "days", 7));
    }

    @Test
    void whoAnsweredWasAskedThoughNobodyToldThatItWasShown() {
        String link = links(TENANT, "clock-ces", "by-link").get(0).token();
        answered(ces, "answered-offline", 5, person("visitor"));
        answered(ces, "of-the-link", 5, link);
        Map<String, ?> imported =
                Map.of("survey", "clock-ces", "response", "imported", "score", 5, "customer", "by-batch");
        ingest(TENANT, "responses", List.of(imported));

        assertThat(reason("visitor", nps)).isEqualTo("ANY_SURVEY");
        assertThat(reason("by-link", nps)).isEqualTo("ANY_SURVEY");
        assertThat(reason("by-batch", nps)).isEqualTo("ANY_SURVEY");
        assertThat(reason("somebody-else", nps)).isEqualTo("shown");
    }

    @Test
    void whatWasClosedWasShown() {
        tell(ces, "closed-at-once", "dismissed", "closer");

        assertThat(reason("closer", nps)).isEqualTo("ANY_SURVEY");
    }

    @Test
    void aCopyThatWasShownAndThenAnsweredCountsOnceAndFromWhenItWasShown() {
        set(Map.of("scope", "BUDGET", "days", 7, "most", 1), Map.of("scope", "ANY_SURVEY", "days", 3));
        happened("shown", "clock-ces", "taker", Duration.ofDays(4));
        answered(ces, "of-taker", 5, person("taker"));
        boolean once = reason("taker", nps).equals("BUDGET");
        set(Map.of("scope", "BUDGET", "days", 7, "most", 2), Map.of("scope", "ANY_SURVEY", "days", 3));

        assertThat(once).isTrue();
        assertThat(reason("taker", nps)).isEqualTo("shown");
    }

    @Test
    void whatWasAskedKeepsItsTypeWhenTheSurveyAsksAnew() {
        set(Map.of("scope", "NPS", "days", 90));
        String turned = publish(TENANT, "clock-turned", "nps.0_10");
        tell(turned, "seen-before", "shown", "seen-before");
        answered(turned, "answered-before", 9, person("answered-before"));
        publish(TENANT, "clock-turned", "csat.5");
        tell(turned, "seen-after", "shown", "seen-after");
        Map<String, ?> old = Map.of(
                "survey", turned, "response", "old-page", "score", 9, "version", 1, "signed", person("old-page"));
        answer(old).then().statusCode(200);

        assertThat(reason("seen-before", nps)).isEqualTo("NPS");
        assertThat(reason("answered-before", nps)).isEqualTo("NPS");
        assertThat(reason("seen-after", nps)).isEqualTo("shown");
        assertThat(reason("old-page", nps)).isEqualTo("NPS");
        set(Map.of("scope", "CSAT", "days", 90));
        String csat = publish(TENANT, "clock-csat", "csat.5");
        assertThat(reason("seen-before", csat)).isEqualTo("shown");
        assertThat(reason("seen-after", csat)).isEqualTo("CSAT");
        assertThat(reason("old-page", csat)).isEqualTo("shown");
    }

    @Test
    void whatCameBeforeTheSurveyStoodHereIsOfItsFirstVersion() {
        set(Map.of("scope", "NPS", "days", 90));
        publish(TENANT, "clock-moved-in", "nps.0_10");
        publish(TENANT, "clock-moved-in", "csat.5");
        happened("shown", "clock-moved-in", "moved-in", Duration.ofDays(30));

        assertThat(reason("moved-in", nps)).isEqualTo("NPS");
    }

    @Test
    void aLinkThatWasMadeCountsInTheBudgetBeforeAnybodyTellsThatItWasSent() throws SQLException {
        set(Map.of("scope", "BUDGET", "days", 7, "most", 1));
        List<MintedLink> twice = links(TENANT, "clock-ces", "mailed", "mailed");
        List<MintedLink> again = links(TENANT, "clock-nps", "mailed");
        String visited = reason("mailed", nps);
        aDayLater();
        String dayLater = reason("mailed", nps);
        List<MintedLink> unsent = links(TENANT, "clock-nps", "mailed");
        sent("clock-nps", "mailed", unsent.get(0).response());
        aDayLater();

        assertThat(twice).hasSize(1);
        assertThat(again).isEmpty();
        assertThat(visited).isEqualTo("BUDGET");
        assertThat(dayLater).isEqualTo("shown");
        assertThat(reason("mailed", nps)).isEqualTo("BUDGET");
    }

    @Test
    void ofManyWhoMakeLinksAtOnceOneAsks() {
        set(Map.of("scope", "BUDGET", "days", 7, "most", 1));

        int made = IntStream.range(0, 12)
                .parallel()
                .map(number -> links(TENANT, "clock-ces", "hurried").size())
                .sum();

        assertThat(made).isEqualTo(1);
    }

    @Test
    void withoutABudgetNobodyNotesWhoseLinksWereMade() throws SQLException {
        links(TENANT, "clock-ces", "unnoted");

        assertThat(links(TENANT, "clock-ces", "unnoted")).hasSize(1);
        assertThat(changed("DELETE FROM minted_link WHERE tenant_id = 'clocks' AND customer_id = '"
                        + Ids.uuid(TENANT, "customer", "unnoted") + "'"))
                .isZero();
    }

    private static void aDayLater() throws SQLException {
        changed("UPDATE minted_link SET recorded_at = recorded_at - interval '1 day' WHERE tenant_id = 'clocks'");
    }

    private static int changed(String sql) throws SQLException {
        try (Connection connection = PostgresForTests.connect("survey", "postgres");
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void sent(String survey, String customer, String response) {
        Map<String, ?> row = Map.of("survey", survey, "response", response, "event", "sent", "customer", customer);
        ingest(TENANT, "deliveries", List.of(row));
    }

    private static void happened(String event, String survey, String customer, Duration ago) {
        Map<String, ?> row = Map.of(
                "survey", survey,
                "response", "of-" + customer,
                "event", event,
                "customer", customer,
                "at", Instant.now().minus(ago).toString());
        ingest(TENANT, "deliveries", List.of(row));
    }

    private void tell(String survey, String response, String event, String customer) {
        given().contentType("application/json")
                .body(Map.of("survey", survey, "response", response, "event", event, "signed", person(customer)))
                .post("/w/v1/events")
                .then()
                .statusCode(200);
    }

    private static void answered(String survey, String response, int score, String token) {
        answer(Map.of("survey", survey, "response", response, "score", score, "signed", token))
                .then()
                .statusCode(200);
    }

    @SafeVarargs
    private static void set(Map<String, ?>... rules) {
        var set = as(TENANT, "operations")
                .data(
                        "mutation($input: SetContactRulesInput!) { setContactRules(input: $input) { userErrors { code } } }",
                        Map.of("input", Map.of("rules", List.of(rules))));
        assertThat(set.at("/setContactRules/userErrors")).isEmpty();
    }

    private String person(String customer) {
        return signer.person(customer, Duration.ofHours(1));
    }

    private String reason(String customer, String survey) {
        var body = shownTo(person(customer), survey).jsonPath();
        return body.getBoolean("show") ? "shown" : body.getString("reason");
    }
}
