package io.tideline.funnel.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Channel accounts beside one another: who converts better, at which step most is lost, how many customers that are, and whether it may be chance. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class AccountGapIT {
    private static final String JUNE = "period: { from: \"2026-06-01\", to: \"2026-07-01\" }";
    private static final List<String> STAGES = List.of("reach", "ice break", "inquiry", "deal");

    @Inject
    FeedForTests feed;

    @Test
    void comparesAccountsAndFindsTheWidestStepOfEach() {
        String tenant = "gap-three";
        account(tenant, "id", 100, 90, 9, 3);
        account(tenant, "sg", 100, 60, 30, 12);
        account(tenant, "my", 60, 36, 20, 8);

        JsonNode funnel = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { groups(by: CHANNEL_ACCOUNT, " + JUNE
                        + ") { key label result { entered converted } test { z p q significant } } gaps(" + JUNE
                        + ") { dimension key label from { title } to { title } stepRate { numerator denominator } restRate { numerator denominator } "
                        + "customers { value unit } test { z p q significant reason } finding } } }")
                .get("funnel");

        JsonNode groups = funnel.get("groups");
        assertThat(named(groups, "Shop id").get("key").asText()).isEqualTo(account(tenant, "id"));
        test(named(groups, "Shop id"), -2.624413, 0.008680, 0.026040, true);
        test(named(groups, "Shop sg"), 1.415802, 0.156834, 0.162840, false);
        test(named(groups, "Shop my"), 1.395584, 0.162840, 0.162840, false);
        assertThat(funnel.get("gaps").findValuesAsText("label")).containsExactly("Shop id", "Shop sg", "Shop my");
        JsonNode gaps = funnel.get("gaps");
        gap(named(gaps, "Shop id"), "ice break", "inquiry", "9/90", "50/96", -37.875);
        test(named(gaps, "Shop id"), -6.163049, 7.135749e-10, 4.281449e-9, true);
        gap(named(gaps, "Shop sg"), "reach", "ice break", "60/100", "126/160", -18.75);
        test(named(gaps, "Shop sg"), -3.259685, 0.001115, 0.001338, true);
        gap(named(gaps, "Shop my"), "ice break", "inquiry", "20/36", "39/150", 10.64);
        test(named(gaps, "Shop my"), 3.421879, 0.000622, 0.000933, true);
        assertThat(named(gaps, "Shop sg").get("finding").asText())
                .isEqualTo("Shop sg: fewer go on from reach to ice break than elsewhere (60.0 % against 78.8 %). "
                        + "Look at what happens after reach.");
        assertThat(named(gaps, "Shop my").get("finding").asText())
                .isEqualTo("Shop my: more go on from ice break to inquiry than elsewhere (55.6 % against 26.0 %). "
                        + "Others can learn from what happens after ice break.");
    }

    @Test
    void setsTwoAccountsAgainstOneAnotherAndCallsChanceChance() {
        String tenant = "gap-two";
        account(tenant, "id", 100, 90, 9, 3);
        account(tenant, "sg", 100, 60, 30, 12);
        account(tenant, "my", 60, 36, 20, 8);

        JsonNode gaps = Api.as(tenant, "executive")
                .data(
                        "query($s: SegmentInput) { funnel(key: \"f\") { gaps(" + JUNE
                                + ", segment: $s) { label from { title } to { title } stepRate { numerator denominator } restRate { numerator denominator } "
                                + "customers { value } test { z p q significant reason } finding } } }",
                        Map.of("s", Map.of("channelAccounts", List.of(account(tenant, "sg"), account(tenant, "my")))))
                .at("/funnel/gaps");

        assertThat(gaps).hasSize(2);
        gap(gaps.get(0), "ice break", "inquiry", "30/60", "20/36", -10.0 / 3);
        test(gaps.get(0), -0.527504, 0.597843, 1, false);
        assertThat(gaps.at("/0/finding").asText())
                .isEqualTo("Shop sg: fewer go on from ice break to inquiry than elsewhere (50.0 % against 55.6 %). "
                        + "The difference may be chance.");
        gap(gaps.get(1), "ice break", "inquiry", "20/36", "30/60", 2);
    }

    @Test
    void testsNothingOfAnAccountThatIsTooSmall() {
        String tenant = "gap-small";
        account(tenant, "sg", 100, 60, 30, 12);
        account(tenant, "jp", 10, 9, 5, 2);

        JsonNode gaps = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { gaps(" + JUNE
                        + ") { label customers { value } test { z p q significant reason } finding } } }")
                .at("/funnel/gaps");

        JsonNode small = named(gaps, "Shop jp");
        assertThat(small.at("/customers/value").asDouble()).isCloseTo(3, within(1e-9));
        assertThat(small.get("test"))
                .isEqualTo(Api.json("{\"z\":null,\"p\":null,\"q\":null,\"significant\":false,\"reason\":\"TOO_FEW\"}"));
        assertThat(small.get("finding").asText()).endsWith("The difference may be chance.");
    }

    /** Customers of an account of whom the first few went on to each stage. */
    private void account(String tenant, String account, int... reached) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Map<String, Object>> customers = new ArrayList<>();
        for (int stage = 0; stage < reached.length; stage++) {
            for (int at = 0; at < reached[stage]; at++) {
                rows.add(Api.event(
                        account + stage + "-" + at,
                        account + at,
                        STAGES.get(stage),
                        "2026-06-0" + (stage + 1) + "T00:00:00Z"));
            }
        }
        for (int at = 0; at < reached[0]; at++) {
            customers.add(Facts.customer(tenant, account + at, Map.of("channelAccount", account)));
        }
        feed.tell(tenant, "customer.changed", customers);
        feed.tell(
                tenant,
                "label.changed",
                Map.of(
                        "kind",
                        "CHANNEL_ACCOUNT",
                        "externalId",
                        account,
                        "id",
                        Ids.uuid(tenant, "channelAccount", account).toString(),
                        "name",
                        "Shop " + account));
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", STAGES, Map.of());
    }

    private static String account(String tenant, String account) {
        return GlobalId.of("ChannelAccount", Ids.uuid(tenant, "channelAccount", account));
    }

    private static JsonNode named(JsonNode list, String label) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.get("label").asText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static void gap(JsonNode gap, String from, String to, String own, String rest, double customers) {
        assertThat(gap.at("/from/title").asText()).isEqualTo(from);
        assertThat(gap.at("/to/title").asText()).isEqualTo(to);
        assertThat(share(gap.get("stepRate"))).isEqualTo(own);
        assertThat(share(gap.get("restRate"))).isEqualTo(rest);
        assertThat(gap.at("/customers/value").asDouble()).isCloseTo(customers, within(1e-9));
    }

    private static String share(JsonNode measure) {
        return measure.get("numerator").asText() + "/"
                + measure.get("denominator").asText();
    }

    private static void test(JsonNode compared, double z, double p, double q, boolean significant) {
        assertThat(compared.at("/test/z").asDouble()).isCloseTo(z, within(1e-6));
        assertThat(compared.at("/test/p").asDouble()).isCloseTo(p, within(1e-6));
        assertThat(compared.at("/test/q").asDouble()).isCloseTo(q, within(1e-6));
        assertThat(compared.at("/test/significant").asBoolean()).isEqualTo(significant);
    }
}
