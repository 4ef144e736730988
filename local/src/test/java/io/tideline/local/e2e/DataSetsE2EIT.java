package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real files imported by the command and asked for through the gateway answer as they were computed independently. */
class DataSetsE2EIT {
    @RegisterExtension
    static final RunningPlatform platform = RunningPlatform.shared();

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Offset<Double> SIX_DECIMALS = within(5e-7);

    @Test
    void ordersOfCdnow() throws IOException {
        JsonNode expected = answers("cdnow");
        String[] command = {
            "import",
            "orders",
            file("cdnow/transactions.csv"),
            "--map",
            "customer=customer_id,at=date,amount=dollars",
            "--set",
            "currency=USD",
            "--order-by",
            "customer,day",
            "--time-zone",
            "UTC"
        };

        String first = imported(command);
        String second = imported(command);
        JsonNode revenue = data(
                        "executive",
                        """
                {
                  revenue(period: {from: "1997-01-01", to: "1998-07-01", timeZone: "UTC"}) {
                    orders { value } revenue { value currency numerator } averageOrderValue { value }
                    repeatPurchaseRate { value numerator denominator interval { low high } }
                    repurchaseCycle { mean { value unit } median { value } sampleSize }
                    trend(granularity: MONTH) { from measures { orders { value } revenue { value } } }
                  }
                }
                """)
                .get("revenue");

        assertThat(first).contains("6696 orders").contains("rejected=0");
        assertThat(second).contains("accepted=0");
        assertThat(revenue.at("/orders/value").asInt())
                .isEqualTo(
                        expected.at("/counts/purchase_occasions_customer_day").asInt());
        assertThat(revenue.at("/revenue/value").asDouble())
                .isCloseTo(expected.at("/counts/revenue_usd").asDouble(), EXACT);
        assertThat(revenue.at("/revenue/currency").asText()).isEqualTo("USD");
        assertThat(revenue.at("/averageOrderValue/value").asDouble())
                .isCloseTo(expected.at("/repeat/aov_per_occasion").asDouble(), SIX_DECIMALS);
        assertThat(revenue.at("/repeatPurchaseRate/denominator").asInt())
                .isEqualTo(expected.at("/counts/customers").asInt());
        assertThat(revenue.at("/repeatPurchaseRate/numerator").asInt())
                .isEqualTo(expected.at("/repeat/repeaters_whole_window").asInt());
        assertThat(revenue.at("/repeatPurchaseRate/value").asDouble())
                .isCloseTo(
                        expected.at("/repeat/repeat_purchase_rate_whole_window").asDouble(), SIX_DECIMALS);
        assertThat(days(revenue, "mean"))
                .isCloseTo(expected.at("/time_between_purchases_days/mean").asDouble(), SIX_DECIMALS);
        assertThat(days(revenue, "median"))
                .isCloseTo(expected.at("/time_between_purchases_days/median").asDouble(), SIX_DECIMALS);
        assertThat(revenue.at("/repurchaseCycle/sampleSize").asInt())
                .isEqualTo(expected.at("/time_between_purchases_days/n_gaps").asInt());
        for (JsonNode month : revenue.get("trend")) {
            JsonNode answer =
                    expected.at("/monthly/" + month.get("from").asText().substring(0, 7));
            assertThat(month.at("/measures/orders/value").asInt())
                    .isEqualTo(answer.get("occasions").asInt());
            assertThat(month.at("/measures/revenue/value").asDouble())
                    .isCloseTo(answer.get("revenue").asDouble(), EXACT);
        }
    }

    @Test
    void funnelsOfTheStorefrontDespiteDuplicatedEventIds() throws IOException {
        JsonNode expected = answers("storefront");

        String summary = imported(
                "import",
                "events",
                file("storefront/events.csv"),
                "--map",
                "id=event_id,customer=user_id,name=event_type,at=ts",
                "--time-zone",
                "UTC");

        assertThat(summary)
                .contains("read=" + expected.get("event_rows").asInt())
                .contains("accepted=" + expected.get("distinct_event_ids").asInt());
        expected.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("funnel_")) {
                checkFunnel("shop-" + name.replace('_', '-'), expected.get(name));
            }
        });
    }

    @Test
    void funnelsOfLoanApplicationsDespiteEqualTimes() throws IOException {
        JsonNode expected = answers("loan_funnel");

        imported(
                "import",
                "events",
                file("loan_funnel/events.csv.gz"),
                "--map",
                "customer=case_id,name=activity,at=timestamp",
                "--where",
                "lifecycle=COMPLETE",
                "--properties",
                "*");

        expected.get("funnels")
                .fieldNames()
                .forEachRemaining(
                        name -> checkFunnel("loan-" + name.replace('_', '-'), expected.at("/funnels/" + name)));
    }

    @Test
    void netPromoterScoreOfAGardenCentreOnItsOwnScale() throws IOException {
        JsonNode expected = answers("nps_botanic").get("nps");

        imported(
                "import",
                "responses",
                file("nps_botanic/responses_utf8.csv"),
                "--map",
                "response=id,score=nps,comment=explication",
                "--set",
                "survey=botanic,type=nps.1_10,at=2019-05-02T10:00:00Z");
        JsonNode answer = data(
                "operations",
                """
                {
                  surveys { key type lowest highest definition { variant } }
                  satisfaction(period: {from: "2019-05-01", to: "2019-06-01"}) {
                    nps(variant: "nps.1_10", interval: WALD) { value sampleSize definition { variant } interval { low high } }
                    otherScale: nps(variant: "nps.0_10") { value reason }
                    npsDistribution(variant: "nps.1_10") { score count group }
                  }
                }
                """);
        JsonNode nps = answer.at("/satisfaction/nps");

        assertThat(nps.get("sampleSize").asInt()).isEqualTo(expected.get("n").asInt());
        assertThat(nps.get("value").asDouble()).isCloseTo(expected.get("nps").asDouble(), SIX_DECIMALS);
        assertThat(nps.at("/definition/variant").asText()).isEqualTo("nps.1_10");
        assertThat(nps.at("/interval/low").asDouble())
                .isCloseTo(expected.at("/ci95_div_n/0").asDouble(), within(1e-4));
        assertThat(nps.at("/interval/high").asDouble())
                .isCloseTo(expected.at("/ci95_div_n/1").asDouble(), within(1e-4));
        assertThat(answer.at("/satisfaction/otherScale/value").isNull()).isTrue();
        assertThat(group(answer, "PROMOTER"))
                .isEqualTo(expected.get("promoters").asInt());
        assertThat(group(answer, "PASSIVE")).isEqualTo(expected.get("passives").asInt());
        assertThat(group(answer, "DETRACTOR"))
                .isEqualTo(expected.get("detractors").asInt());
        assertThat(answer.get("surveys")).anySatisfy(survey -> {
            assertThat(survey.get("key").asText()).isEqualTo("botanic");
            assertThat(survey.at("/definition/variant").asText()).isEqualTo("nps.1_10");
        });
    }

    @Test
    void costPerClickOfFacebookCampaigns() throws IOException {
        JsonNode expected = answers("facebook_ads").get("by_xyz_campaign_id");

        imported(
                "import",
                "ad-spend",
                file("facebook_ads/kag_conversion_data.csv"),
                "--map",
                "id=ad_id,campaign=xyz_campaign_id,impressions=Impressions,clicks=Clicks,amount=Spent,conversions=Total_Conversion,deals=Approved_Conversion",
                "--set",
                "currency=USD,at=2017-08-15T12:00:00Z");
        JsonNode campaigns = data(
                        "operations",
                        """
                {
                  campaigns(first: 100) {
                    edges { node { externalId adSpend {
                      impressions { value } clicks { value } spend { value numerator } costPerClick { value } conversions { value } deals { value }
                    } } }
                  }
                }
                """)
                .at("/campaigns/edges");

        expected.fieldNames().forEachRemaining(id -> {
            JsonNode spend = StreamSupport.stream(campaigns.spliterator(), false)
                    .map(edge -> edge.get("node"))
                    .filter(node -> node.get("externalId").asText().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .get("adSpend");
            JsonNode answer = expected.get(id);
            assertThat(spend.at("/impressions/value").asLong())
                    .isEqualTo(answer.get("impressions").asLong());
            assertThat(spend.at("/clicks/value").asInt())
                    .isEqualTo(answer.get("clicks").asInt());
            assertThat(spend.at("/spend/numerator").asDouble())
                    .isCloseTo(answer.get("spent").asDouble(), within(1e-6));
            assertThat(spend.at("/costPerClick/value").asDouble())
                    .isCloseTo(answer.get("cpc").asDouble(), SIX_DECIMALS);
            assertThat(spend.at("/conversions/value").asInt())
                    .isEqualTo(answer.get("total_conversion").asInt());
            assertThat(spend.at("/deals/value").asInt())
                    .isEqualTo(answer.get("approved_conversion").asInt());
        });
    }

    private static void checkFunnel(String key, JsonNode expected) {
        List<Map<String, Object>> stages = new ArrayList<>();
        expected.get("stages")
                .forEach(stage -> stages.add(Map.of(
                        "key",
                        "s" + stages.size(),
                        "title",
                        stage.asText(),
                        "match",
                        Map.of("event", stage.asText()))));
        JsonNode defined = data(
                "operations",
                "mutation($input: DefineFunnelInput!) { defineFunnel(input: $input) { funnel { key } userErrors { code message } } }",
                Map.of(
                        "input",
                        Map.of("key", key, "title", key, "stages", stages, "validFrom", "2000-01-01T00:00:00Z")));
        assertThat(defined.at("/defineFunnel/userErrors")).isEmpty();
        checkCounts(key, expected.get("ordered_no_window"), Map.of());
        for (int days : List.of(1, 7, 30)) {
            checkCounts(
                    key,
                    expected.get("ordered_within_" + days + "d_of_first_stage"),
                    Map.of("window", "P" + days + "D"));
            checkCounts(
                    key,
                    expected.get("ordered_each_step_within_" + days + "d"),
                    Map.of("stepWindow", "P" + days + "D"));
        }
    }

    private static void checkCounts(String key, JsonNode expected, Map<String, Object> windows) {
        Map<String, Object> options = new java.util.HashMap<>(windows);
        options.put("order", "ORDERED");
        options.put("reentry", "FIRST_ENTRY");
        JsonNode result = data(
                        "operations",
                        """
                query($key: String!, $options: FunnelOptions) {
                  funnel(key: $key) {
                    result(period: {from: "2000-01-01", to: "2026-01-01", timeZone: "UTC"}, options: $options) {
                      entered steps { count overallRate { value } }
                    }
                  }
                }
                """,
                        Map.of("key", key, "options", options))
                .at("/funnel/result");

        assertThat(counts(result.get("steps"))).as("%s %s", key, windows).isEqualTo(numbers(expected.get("counts")));
        JsonNode overall = expected.get("overall_conversion");
        for (int step = 0; step < overall.size(); step++) {
            assertThat(result.at("/steps/" + step + "/overallRate/value").asDouble())
                    .isCloseTo(overall.get(step).asDouble(), SIX_DECIMALS);
        }
    }

    private static double days(JsonNode revenue, String figure) {
        double value = revenue.at("/repurchaseCycle/" + figure + "/value").asDouble();
        return revenue.at("/repurchaseCycle/mean/unit").asText().equals("DAYS") ? value : value / 86_400;
    }

    private static int group(JsonNode answer, String group) {
        int count = 0;
        for (JsonNode score : answer.at("/satisfaction/npsDistribution")) {
            count += score.get("group").asText().equals(group)
                    ? score.get("count").asInt()
                    : 0;
        }
        return count;
    }

    private static List<Integer> counts(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.get("count").asInt())
                .toList();
    }

    private static List<Integer> numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }

    private static JsonNode data(String user, String query) {
        return data(user, query, Map.of());
    }

    private static JsonNode data(String user, String query, Map<String, ?> variables) {
        JsonNode answer = platform.graphql(user, query, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.get("data");
    }

    private static String imported(String... command) {
        RunningPlatform.Outcome outcome = platform.run(command);
        assertThat(outcome.code()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private static JsonNode answers(String dataSet) throws IOException {
        return Json.parse(Files.readString(Path.of(file(dataSet + "/answers.json"))));
    }

    private static String file(String name) {
        Path root = Path.of(System.getProperty("tideline.root", ".."))
                .toAbsolutePath()
                .normalize();
        Path file = root.resolveSibling("shared").resolve("data").resolve(name);
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: the data file " + name + " is not beside this project.");
        }
        Assumptions.assumeTrue(Files.exists(file), "The data file " + name + " is not beside this project.");
        return file.toString();
    }
}
