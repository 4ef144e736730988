package io.tideline.customer.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TagRulesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "judge.csv", useHeadersInDisplayName = true)
    void judgesAnIntervalByTheKnownOnes(
            String name, @Nullable String known, String from, @Nullable String until, TagRules.Outcome outcome) {
        TagInterval said = new TagInterval("won", day(from), until == null ? null : day(until));

        assertThat(TagRules.judge(intervals(known), said)).as(name).isEqualTo(outcome);
    }

    @Test
    void isActiveFromEnteringUpToButWithoutLeaving() {
        TagInterval tag = new TagInterval("won", day("2026-06-01"), day("2026-06-05"));

        assertThat(tag.isActiveOn(day("2026-06-01"))).isTrue();
        assertThat(tag.isActiveOn(day("2026-06-05"))).isFalse();
    }

    @Test
    void unitesTheIntervalsOfCustomersThatAreOne() {
        List<TagInterval> united = TagRules.union(List.of(
                new TagInterval("won", day("2026-06-04"), day("2026-06-09")),
                new TagInterval("won", day("2026-06-01"), day("2026-06-05")),
                new TagInterval("quote", day("2026-06-02"), null),
                new TagInterval("won", day("2026-06-20"), null)));

        assertThat(united)
                .containsExactly(
                        new TagInterval("won", day("2026-06-01"), day("2026-06-09")),
                        new TagInterval("quote", day("2026-06-02"), null),
                        new TagInterval("won", day("2026-06-20"), null));
    }

    private static List<TagInterval> intervals(@Nullable String known) {
        return known == null
                ? List.of()
                : Arrays.stream(known.split(";", -1))
                        .map(TagRulesTest::interval)
                        .toList();
    }

    private static TagInterval interval(String text) {
        String[] ends = text.split("/", -1);
        return new TagInterval("won", day(ends[0]), ends[1].isEmpty() ? null : day(ends[1]));
    }

    private static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
