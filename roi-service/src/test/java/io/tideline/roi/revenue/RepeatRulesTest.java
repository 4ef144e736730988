package io.tideline.roi.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RepeatRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "within_days.csv", numLinesToSkip = 1)
    void judgesWhoseDaysHavePassed(
            String name,
            @Nullable String firstDays,
            @Nullable String followedAfter,
            int days,
            LocalDate today,
            long returned,
            long judged,
            long tooYoung) {
        Rhythm rhythm = new Rhythm(List.of(), list(firstDays, LocalDate::parse), list(followedAfter, Integer::valueOf));

        assertThat(RepeatRules.within(rhythm, days, today))
                .isEqualTo(new RepeatRules.InTime(returned, judged, tooYoung));
    }

    private static <T> List<T> list(@Nullable String text, Function<String, T> read) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(read).toList();
    }
}
