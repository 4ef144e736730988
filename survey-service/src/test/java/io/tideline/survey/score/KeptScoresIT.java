package io.tideline.survey.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.time.Period;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.customer.LabelKind;
import io.tideline.survey.kept.PackScores;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to answers in whatever order, what is kept of them together with what is noted says the same as the answers, and as what is filled anew. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class KeptScoresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int STEPS = 60;
    private static final int QUESTIONS = 10;
    private static final String CELLS =
            """
            SELECT concat_ws('|', cut, month, market, value, team_id, agent_id, kind, type, score, next, facts, answered) AS cell
            FROM score_cell WHERE tenant_id = $1 AND (facts <> 0 OR answered <> 0) ORDER BY cell
            """;
    private static final String FORGET = "UPDATE score_kept SET zone = '' WHERE tenant_id = $1";

    @Inject
    FeedForTests feed;

    @Inject
    Database database;

    @Inject
    ScoreStore scores;

    @Inject
    SmallPartStore smallParts;

    @Inject
    PackScores packing;

    private int answeredByKept;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysTheSameAsTheAnswersWhateverHappens(long seed) {
        String tenant = "kept-" + seed;
        Random random = new Random(seed);
        RandomAnswers answers = new RandomAnswers(tenant, random, feed);
        String zone = "Asia/Shanghai";
        answers.zone(zone);
        await(packing.fill(tenant));
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> await(packing.run(tenant, 1 + random.nextInt(12)));
                case 4 -> {
                    zone = random.nextBoolean() ? "Asia/Shanghai" : "America/New_York";
                    answers.zone(zone);
                    await(packing.fill(tenant));
                }
                default -> answers.happen();
            }
            for (int question = 0; question < QUESTIONS; question++) {
                compare(tenant, random, zone);
            }
        }

        while (await(packing.run(tenant, 5))) {
            compare(tenant, random, zone);
        }
        assertIsAsFilledAnew(tenant);
        assertThat(answeredByKept).isGreaterThan(2 * STEPS);
    }

    /** Answers, copies, changes of customers and packings that meet in the middle. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void losesNothingBetweenWhatHappensAtOnce(long seed) throws InterruptedException {
        String tenant = "kept-at-once-" + seed;
        RandomAnswers moving = new RandomAnswers(tenant, new Random(seed), feed);
        await(packing.fill(tenant));
        List<Runnable> deeds = new ArrayList<>(List.of(moving::happen, () -> await(packing.run(tenant, 3))));
        for (int giver = 1; giver <= 3; giver++) {
            deeds.add(new RandomAnswers(tenant, new Random(seed + 100L * giver), feed)::beGiven);
        }
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        List<Future<?>> done = new ArrayList<>();
        for (Runnable deed : deeds) {
            done.add(threads.submit(() -> {
                for (int step = 0; step < STEPS; step++) {
                    deed.run();
                }
            }));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(done).allSatisfy(each -> assertThat(each).succeedsWithin(PATIENCE));
        while (await(packing.run(tenant, 50))) {
            compare(tenant, new Random(seed), "UTC");
        }
        assertIsAsFilledAnew(tenant);
    }

    private void assertIsAsFilledAnew(String tenant) {
        List<String> kept = cells(tenant);
        await(database.write(
                tenant, transaction -> transaction.preparedQuery(FORGET).execute(Tuple.of(tenant))));
        await(packing.fill(tenant));

        assertThat(kept).isNotEmpty().isEqualTo(cells(tenant));
    }

    private void compare(String tenant, Random random, String zone) {
        Segment segment = segment(tenant, random);
        AnswerMode mode = random.nextBoolean() ? AnswerMode.LATEST_PER_CUSTOMER : AnswerMode.ALL_RESPONSES;
        Period period = period(random, ZoneId.of(random.nextInt(8) == 0 ? "UTC" : zone));
        Lens lens = new Lens(tenant, period, segment, mode, 0, new CellBudget());
        List<Period> periods = random.nextInt(3) == 0 ? period.split(Granularity.MONTH) : List.of(period);
        Dimension dimension = random.nextInt(4) == 0 ? null : any(random, List.of(Dimension.values()));

        Optional<List<Counted>> kept = await(scores.kept(lens, periods, dimension));

        if (kept.isPresent()) {
            answeredByKept++;
            List<Counted> counted = await(scores.countAnswers(lens, periods, dimension));
            assertThat(plain(kept.get(), mode))
                    .as("%s %s %s", lens, periods, dimension)
                    .isEqualTo(plain(counted, mode));
            if (dimension != null) {
                compareParts(lens, periods, dimension, random, counted);
            }
        }
    }

    /** What is said of small parts is what the parts say, by what is kept and by the answers. */
    private void compareParts(
            Lens asked, List<Period> periods, Dimension dimension, Random random, List<Counted> counted) {
        Lens lens = new Lens(
                asked.tenant(), asked.period(), asked.segment(), asked.mode(), 1 + random.nextInt(6), asked.budget());
        List<String> named = counted.stream()
                .map(Counted::key)
                .distinct()
                .filter(key -> random.nextBoolean())
                .toList();

        List<SmallParts> parts = PartsForTests.of(counted, named, lens.floor());

        assertThat(await(smallParts.ofAnswers(lens, periods, dimension, named)))
                .as("%s %s %s", lens, dimension, named)
                .containsExactlyInAnyOrderElementsOf(parts);
        assertThat(await(smallParts.ofScores(lens, periods, dimension, named)))
                .containsExactlyInAnyOrderElementsOf(parts);
    }

    private static Period period(Random random, ZoneId zone) {
        LocalDate from = LocalDate.of(2025, 12, 1).plusMonths(random.nextInt(7));
        LocalDate to = random.nextInt(6) == 0 ? LocalDate.of(2027, 1, 1) : from.plusMonths(1 + random.nextInt(4));
        return switch (random.nextInt(8)) {
            case 0 -> new Period(from.plusDays(random.nextInt(28)), to, zone);
            case 1 -> new Period(from, to.plusDays(random.nextInt(28)), zone);
            default -> new Period(from, to, zone);
        };
    }

    private static Segment segment(String tenant, Random random) {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        if (random.nextInt(3) == 0) {
            values.put(Dimension.MARKET, random.nextBoolean() ? List.of("DE") : List.of("FR", ""));
        }
        switch (random.nextInt(6)) {
            case 0 -> values.put(Dimension.LANGUAGE, List.of("de", ""));
            case 1 ->
                values.put(
                        Dimension.CAMPAIGN,
                        List.of(LabelKind.CAMPAIGN.id(tenant, "p1").toString(), Segment.NONE.toString()));
            case 2 ->
                values.put(
                        Dimension.AGENT,
                        List.of(LabelKind.AGENT.id(tenant, "a1").toString(), Segment.NONE.toString()));
            default -> {}
        }
        return new Segment(
                values,
                null,
                surveys(tenant, random),
                random.nextInt(5) == 0 ? LabelKind.TEAM.id(tenant, any(random, RandomAnswers.TEAMS)) : null,
                random.nextInt(8) == 0 ? LabelKind.AGENT.id(tenant, any(random, RandomAnswers.AGENTS)) : null);
    }

    private static @Nullable List<UUID> surveys(String tenant, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(Ids.uuid(tenant, "survey", any(random, RandomAnswers.SURVEYS)));
            case 1 -> List.of(Ids.uuid(tenant, "survey", "s1"), Ids.uuid(tenant, "survey", "s2"));
            default -> null;
        };
    }

    private static List<String> plain(List<Counted> counted, AnswerMode mode) {
        List<String> plain = new ArrayList<>();
        for (Counted part : counted) {
            plain.add(part.period() + " " + part.key() + " " + part.label() + " " + part.deliveries());
            part.scores()
                    .byType()
                    .forEach((type, counts) -> counts.forEach(count -> plain.add(type + " " + count.score() + ": "
                            + count.answers()
                            + (mode == AnswerMode.ALL_RESPONSES || count.accounts() == null
                                    ? ""
                                    : " of "
                                            + count.accounts()
                                                    .stripTrailingZeros()
                                                    .toPlainString()))));
        }
        return plain;
    }

    private List<String> cells(String tenant) {
        return await(database.query(tenant, CELLS, Tuple.of(tenant)).map(rows -> {
            List<String> cells = new ArrayList<>();
            rows.forEach(row -> cells.add(row.getString("cell")));
            return cells;
        }));
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
