package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.survey.kept.PackScores;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test has a tenant of its own, so that no other's answers are counted. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SatisfactionIT {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    PackScores packing;

    /** SV-01, SV-02, SV-04. */
    @Test
    void scoresAnswersAndNotWhatWasDismissed() {
        String tenant = "sv01";
        give(tenant, "s", "nps.0_10", "2026-02-03T10:00:00Z", scores(12, 10, 5, 7, 3, 2));
        give(tenant, "s", "nps.0_10", "2026-02-03T10:00:00Z", new Integer[] {null, null, null, null, null});
        give(tenant, "one", "nps.1_10", "2026-02-03T10:00:00Z", 10);

        JsonNode found = ask(
                tenant,
                "2026-01-01",
                "2026-04-01",
                "nps { value numerator denominator sampleSize unit interval { low high method } definition { variant } }"
                        + " wald: nps(interval: WALD) { interval { low high method } }"
                        + " ten: nps(variant: \"1_10\") { value sampleSize interval { low high } }"
                        + " npsDistribution { score count group } smallSamples");

        assertThat(found.at("/nps/value").asDouble()).isEqualTo(45.0);
        assertThat(found.at("/nps/numerator").asText()).isEqualTo("9");
        assertThat(found.at("/nps/denominator").asText()).isEqualTo("20");
        assertThat(found.at("/nps/sampleSize").asInt()).isEqualTo(20);
        assertThat(found.at("/nps/unit").asText()).isEqualTo("POINTS");
        assertThat(found.at("/nps/definition/variant").asText()).isEqualTo("nps.0_10");
        assertInterval(found.at("/nps/interval"), 8.43, 69.83);
        assertInterval(found.at("/wald/interval"), 12.57, 77.43);
        assertThat(found.at("/ten/value").asDouble()).isEqualTo(100.0);
        assertInterval(found.at("/ten/interval"), -48.50, 98.50);
        assertThat(found.at("/npsDistribution")).hasSize(11);
        assertThat(found.at("/npsDistribution/10").toString())
                .isEqualTo("{\"score\":10,\"count\":12,\"group\":\"PROMOTER\"}");
        assertThat(found.at("/smallSamples").toString()).isEqualTo("[\"nps.0_10\",\"nps.1_10\"]");
    }

    /** SV-06. */
    @Test
    void nothingAnsweredIsNoValueWithAReason() {
        JsonNode found = ask(
                "sv06",
                "2026-01-01",
                "2026-04-01",
                "nps { value reason } csat { value reason } ces { value reason } responseRate { value reason } completionRate { value reason }");

        assertThat(found.at("/nps").toString()).isEqualTo("{\"value\":null,\"reason\":\"NO_DENOMINATOR\"}");
        assertThat(found.at("/csat").toString()).isEqualTo("{\"value\":null,\"reason\":\"NO_DENOMINATOR\"}");
        assertThat(found.at("/ces").toString()).isEqualTo("{\"value\":null,\"reason\":\"NO_DENOMINATOR\"}");
        assertThat(found.at("/responseRate").toString()).isEqualTo("{\"value\":null,\"reason\":\"NO_DATA\"}");
        assertThat(found.at("/completionRate").toString()).isEqualTo("{\"value\":null,\"reason\":\"NO_DATA\"}");
    }

    /** SV-07. */
    @Test
    void tellsAChangeFromChance() {
        String tenant = "sv07";
        give(tenant, "s", "nps.0_10", "2026-01-15T10:00:00Z", scores(60, 9, 30, 8, 30, 1));
        give(tenant, "s", "nps.0_10", "2026-02-15T10:00:00Z", scores(50, 9, 30, 8, 40, 1));

        JsonNode change = ask(
                        tenant,
                        "2026-02-01",
                        "2026-03-01",
                        "npsChange { previous { value } current { value } difference z pValue significant }")
                .get("npsChange");

        assertThat(change.at("/previous/value").asDouble()).isCloseTo(25.0, within(1e-9));
        assertThat(change.at("/current/value").asDouble()).isCloseTo(8.333333, within(1e-6));
        assertThat(change.at("/difference").asDouble()).isCloseTo(-16.666667, within(1e-6));
        assertThat(change.at("/z").asDouble()).isCloseTo(1.5265, within(5e-5));
        assertThat(change.at("/pValue").asDouble()).isCloseTo(0.1269, within(5e-5));
        assertThat(change.at("/significant").asBoolean(true)).isFalse();
    }

    /** SV-10, SV-11. */
    @Test
    void aCustomersStateIsItsLatestAnswer() {
        String tenant = "sv10";
        ingest(
                tenant,
                "responses",
                List.of(
                        answer("q", "nps.0_10", "c1", 3, "2026-01-10T10:00:00Z"),
                        answer("q", "nps.0_10", "c1", 9, "2026-03-10T10:00:00Z")));

        String fields = "nps { value sampleSize } npsDistribution { score count }";
        JsonNode latest = ask(tenant, "2026-01-01", "2026-04-01", fields);
        JsonNode all = as(tenant, "executive")
                .data("{ satisfaction(period: {from: \"2026-01-01\", to: \"2026-04-01\"}, mode: ALL_RESPONSES) { "
                        + fields + " byAccount: nps(weighting: ACCOUNT) { value sampleSize definition { title } } } }")
                .get("satisfaction");

        assertThat(latest.at("/nps").toString()).isEqualTo("{\"value\":100.0,\"sampleSize\":1}");
        assertThat(all.at("/nps").toString()).isEqualTo("{\"value\":0.0,\"sampleSize\":2}");
        assertThat(all.at("/byAccount/value").asDouble()).isEqualTo(0.0);
        assertThat(all.at("/byAccount/sampleSize").asInt()).isEqualTo(1);
        assertThat(all.at("/byAccount/definition/title").asText()).contains("customers weighing the same");
    }

    /** SV-11 on stored answers: nine promoters of one customer, a detractor of another. */
    @Test
    void accountsWeighTheSameWhenAsked() {
        String tenant = "sv11";
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int answer = 0; answer < 9; answer++) {
            rows.add(answer("q", "nps.0_10", "x", 10, "2026-02-0" + (answer + 1) + "T10:00:00Z"));
        }
        rows.add(answer("q", "nps.0_10", "y", 3, "2026-02-01T10:00:00Z"));
        ingest(tenant, "responses", rows);

        JsonNode found = as(tenant, "executive")
                .data("{ satisfaction(period: {from: \"2026-02-01\", to: \"2026-03-01\"}, mode: ALL_RESPONSES) {"
                        + " nps { value } byAccount: nps(weighting: ACCOUNT) { value numerator denominator } } }")
                .get("satisfaction");

        assertThat(found.at("/nps/value").asDouble()).isEqualTo(80.0);
        assertThat(found.at("/byAccount").toString())
                .isEqualTo("{\"value\":0.0,\"numerator\":\"0\",\"denominator\":\"2\"}");
    }

    /** SV-12, SV-13, SV-14: scales and wordings are never pooled. */
    @Test
    void readsEachScaleByItself() {
        String tenant = "sv12";
        String at = "2026-02-03T10:00:00Z";
        give(tenant, "five", "csat.5", at, scores(2, 1, 3, 2, 5, 3, 20, 4, 10, 5));
        give(tenant, "ten", "csat.10", at, scores(5, 7, 5, 8));
        give(tenant, "easy", "ces2.agree7.pct_positive", at, 7, 7, 6, 6, 5, 4, 3, 2, 1, 1);
        give(tenant, "effort", "ces.effort7.mean", at, 7, 7, 6, 6, 5, 4, 3, 2, 1, 1);

        JsonNode found = ask(
                tenant,
                "2026-02-01",
                "2026-03-01",
                "csat { value interval { low high } unit } mean: csat(variant: \"mean\", scale: 5) { value }"
                        + " ten: csat(variant: \"csat.top_box\", scale: 10) { value sampleSize } ces { value }"
                        + " ces2: ces(variant: \"ces2.mean\") { value } effort: ces(variant: \"effort7.mean\") { value definition { higherIsBetter } }"
                        + " low: ces(variant: \"ces.effort7.pct_low\") { value } effort10: ces(variant: \"ces.effort10.mean\") { value }");
        JsonNode refused = as(tenant, "executive")
                .query(
                        "{ satisfaction(period: {from: \"2026-02-01\", to: \"2026-03-01\"}) { csat(variant: \"top_box\") { value } } }");

        assertThat(found.at("/csat/value").asDouble()).isEqualTo(0.75);
        assertThat(found.at("/csat/interval/low").asDouble()).isCloseTo(0.5981, within(5e-5));
        assertThat(found.at("/csat/interval/high").asDouble()).isCloseTo(0.8581, within(5e-5));
        assertThat(found.at("/mean/value").asDouble()).isEqualTo(3.825);
        assertThat(found.at("/ten").toString()).isEqualTo("{\"value\":0.5,\"sampleSize\":10}");
        assertThat(found.at("/ces/value").asDouble()).isEqualTo(0.5);
        assertThat(found.at("/ces2/value").asDouble()).isEqualTo(4.2);
        assertThat(found.at("/effort").toString())
                .isEqualTo("{\"value\":4.2,\"definition\":{\"higherIsBetter\":false}}");
        assertThat(found.at("/low/value").asDouble()).isEqualTo(0.4);
        assertThat(found.at("/effort10/value").isNull()).isTrue();
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    /** SV-16. */
    @Test
    void ratesCompareCopiesWithTheirAnswers() {
        String tenant = "sv16";
        String at = "2026-02-03T10:00:00Z";
        List<Map<String, Object>> copies = new ArrayList<>();
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int copy = 0; copy < 160; copy++) {
            copies.add(event(copy, "sent", at));
            if (copy < 120) {
                copies.add(event(copy, "shown", at));
            }
            if (copy < 60) {
                copies.add(event(copy, "started", at));
            }
            if (copy < 40) {
                answers.add(Map.of(
                        "response",
                        "copy-" + copy,
                        "survey",
                        "s",
                        "type",
                        "csat.5",
                        "score",
                        4,
                        "at",
                        "2026-02-05T10:00:00Z"));
            }
        }
        ingest(tenant, "surveys", List.of(Map.of("key", "s", "type", "csat.5")));
        ingest(tenant, "deliveries", copies);
        ingest(tenant, "responses", answers);

        JsonNode found = ask(
                tenant,
                "2026-02-01",
                "2026-03-01",
                "responseRate { value denominator } shown: responseRate(variant: \"shown\") { value } completionRate { value }");

        assertThat(found.at("/responseRate").toString()).isEqualTo("{\"value\":0.25,\"denominator\":\"160\"}");
        assertThat(found.at("/shown/value").asDouble()).isCloseTo(0.333333, within(1e-6));
        assertThat(found.at("/completionRate/value").asDouble()).isCloseTo(0.666667, within(1e-6));
    }

    /** SV-18: the day is the one of the answer, in the zone asked for. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-30T23:58:00Z, UTC, 1, 0",
        "2026-06-30T16:00:00Z, Asia/Shanghai, 0, 1",
        "2026-06-30T16:00:00Z, America/New_York, 1, 0"
    })
    void countsWhenItWasAnswered(String at, String zone, int june, int july) {
        String tenant = "sv18-" + NUMBER.incrementAndGet();
        give(tenant, "s", "nps.0_10", at, 9);

        JsonNode trend = as(tenant, "executive")
                .data("{ satisfaction(period: {from: \"2026-06-01\", to: \"2026-08-01\", timeZone: \"" + zone
                        + "\"}) { trend(granularity: MONTH) { from to complete measures { nps { sampleSize } } } } }")
                .at("/satisfaction/trend");

        assertThat(trend).hasSize(2);
        assertThat(trend.at("/0/from").asText()).isEqualTo("2026-06-01");
        assertThat(trend.at("/0/measures/nps/sampleSize").asInt()).isEqualTo(june);
        assertThat(trend.at("/1/measures/nps/sampleSize").asInt()).isEqualTo(july);
    }

    @Test
    void groupsAndTrendsCostOneStatement() {
        String tenant = "sv-statements";
        give(tenant, "s", "nps.0_10", "2026-02-03T10:00:00Z", 9, 3);
        packing.fill(tenant).await().indefinitely();

        Statements groups = Statements.during(
                "survey",
                () -> ask(
                        tenant,
                        "2026-01-01",
                        "2026-04-01",
                        "by(dimension: MARKET) { key label measures { nps { value } csat { value } responseRate { value } } }"));
        Statements trend = Statements.during(
                "survey",
                () -> ask(
                        tenant,
                        "2026-01-01",
                        "2026-04-01",
                        "trend(granularity: DAY) { measures { nps { value } ces { value } } }"));

        assertThat(countings(groups)).isEqualTo(1);
        assertThat(countings(trend)).isEqualTo(1);
    }

    /** Of answers, and not of what is packed meanwhile. */
    private static long countings(Statements statements) {
        return statements.work().stream()
                .filter(text -> text.contains("AS group_key"))
                .count();
    }

    private static JsonNode ask(String tenant, String from, String to, String fields) {
        return as(tenant, "executive")
                .data("{ satisfaction(period: {from: \"" + from + "\", to: \"" + to + "\"}) { " + fields + " } }")
                .get("satisfaction");
    }

    private static void give(String tenant, String survey, String type, String at, Integer... scores) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Integer score : scores) {
            Map<String, Object> row = new HashMap<>();
            row.put("response", "r" + NUMBER.incrementAndGet());
            row.put("survey", survey);
            row.put("type", type);
            row.put("score", score);
            row.put("at", at);
            rows.add(row);
        }
        assertThat(ingest(tenant, "responses", rows).getInt("accepted")).isEqualTo(rows.size());
    }

    private static Map<String, Object> answer(String survey, String type, String customer, int score, String at) {
        return Map.of(
                "response",
                "r" + NUMBER.incrementAndGet(),
                "survey",
                survey,
                "type",
                type,
                "customer",
                customer,
                "score",
                score,
                "at",
                at);
    }

    private static Map<String, Object> event(int copy, String event, String at) {
        return Map.of("survey", "s", "response", "copy-" + copy, "event", event, "at", at);
    }

    /** Pairs of how many and which score. */
    private static Integer[] scores(int... pairs) {
        List<Integer> scores = new ArrayList<>();
        for (int pair = 0; pair < pairs.length; pair += 2) {
            for (int number = 0; number < pairs[pair]; number++) {
                scores.add(pairs[pair + 1]);
            }
        }
        return scores.toArray(Integer[]::new);
    }

    private static void assertInterval(JsonNode interval, double low, double high) {
        assertThat(interval.get("low").asDouble()).isCloseTo(low, within(0.005));
        assertThat(interval.get("high").asDouble()).isCloseTo(high, within(0.005));
    }
}
