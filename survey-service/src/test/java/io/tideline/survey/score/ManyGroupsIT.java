package io.tideline.survey.score;

import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.time.Period;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.customer.LabelKind;
import io.tideline.test.ServiceTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A segment of one group among hundreds is judged in each day of a year without reading the groups of each day. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class ManyGroupsIT {
    private static final String TENANT = "many-groups";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int GROUPS = 300;
    private static final int OWN = 6;
    private static final int OTHERS = 15;
    private static final int FLOOR = 5;
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), ZoneOffset.UTC);

    @Inject
    FeedForTests feed;

    @Inject
    ScoreStore scores;

    @Inject
    SmallPartStore smallParts;

    @Test
    void readsOneRowForEachDayAndFigure() {
        fill();
        as(TENANT, "admin").data("mutation { setPrivacyFloor(answers: " + FLOOR + ") }");
        List<Period> days = YEAR.split(Granularity.DAY);
        List<String> named = List.of(campaign(0).toString());
        Lens whole = new Lens(
                TENANT,
                YEAR,
                new Segment(Map.of(), null, null, null, null),
                AnswerMode.ALL_RESPONSES,
                FLOOR,
                new CellBudget());

        List<Counted> groups =
                scores.count(whole, days, Dimension.CAMPAIGN).await().atMost(PATIENCE);
        List<SmallParts> read = smallParts
                .ofScores(whole, days, Dimension.CAMPAIGN, named)
                .await()
                .atMost(PATIENCE);

        assertThat(groups).hasSizeGreaterThan(5_000);
        assertThat(read)
                .hasSize(days.size())
                .containsExactlyInAnyOrderElementsOf(PartsForTests.of(groups, named, FLOOR));
        assertThat(smallParts
                        .ofComments(whole, days, Dimension.CAMPAIGN, named)
                        .await()
                        .atMost(PATIENCE))
                .as("each answer has a comment")
                .containsExactlyInAnyOrderElementsOf(
                        read.stream().map(ManyGroupsIT::ofComments).toList());
        assertShowsWhatTheBreakdownOfTheDayShows();
    }

    private static SmallParts ofComments(SmallParts scores) {
        return new SmallParts(
                scores.period(), Figure.COMMENTS, scores.small(), scores.named(), scores.answers(), scores.next());
    }

    private void assertShowsWhatTheBreakdownOfTheDayShows() {
        JsonNode trend = as(TENANT, "operations")
                .data(
                        "query($c: [ID!]) { satisfaction(period: {from: \"2025-01-01\", to: \"2026-01-01\"}, mode: ALL_RESPONSES, segment: {campaigns: $c}) {"
                                + " trend(granularity: DAY) { measures { answers { shown } sentiment { positive { reason } } } } } }",
                        Map.of("c", List.of(GlobalId.of("Campaign", campaign(0)))))
                .at("/satisfaction/trend");

        assertThat(trend).hasSize(365);
        for (int day = 0; day < trend.size(); day++) {
            assertThat(trend.get(day).at("/measures/answers/0/shown").asText())
                    .as("day %s", day)
                    .isEqualTo(isBesideOne(day) ? "hidden" : String.valueOf(OWN));
            assertThat(trend.get(day)
                            .at("/measures/sentiment/positive/reason")
                            .asText()
                            .equals("TOO_FEW"))
                    .as("comments of day %s", day)
                    .isEqualTo(isBesideOne(day));
        }
    }

    /** Each day 6 answers of the first campaign and one each of 15 others; on some days of a single other, beside which the first is hidden. */
    private void fill() {
        for (int group = 0; group < GROUPS; group++) {
            String customer = "c" + group;
            feed.tell(
                    "2024-01-01T00:00:00Z",
                    TENANT,
                    "customer.changed",
                    Map.of(
                            "id",
                            Ids.uuid(TENANT, "customer", customer).toString(),
                            "externalId",
                            customer,
                            "campaign",
                            "p" + group));
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int day = 0; day < 365; day++) {
            for (int answer = 0; answer < OWN; answer++) {
                rows.add(answer(0, day, answer));
            }
            for (int other = 0; other < (isBesideOne(day) ? 1 : OTHERS); other++) {
                rows.add(answer(1 + (day * OTHERS + other) % (GROUPS - 1), day, 0));
            }
        }
        ingest(TENANT, "responses", rows);
    }

    private static boolean isBesideOne(int day) {
        return day % 30 == 0;
    }

    private static Map<String, Object> answer(int group, int day, int number) {
        return Map.of(
                "survey",
                "many",
                "type",
                "csat.5",
                "response",
                group + "-" + day + "-" + number,
                "score",
                5,
                "comment",
                "Fine.",
                "customer",
                "c" + group,
                "at",
                YEAR.from().plusDays(day) + "T10:00:00Z");
    }

    private static UUID campaign(int group) {
        return LabelKind.CAMPAIGN.id(TENANT, "p" + group);
    }
}
