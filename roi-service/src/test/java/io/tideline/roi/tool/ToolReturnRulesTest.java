package io.tideline.roi.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.roi.tool.ToolReturnRules.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ToolReturnRulesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "tool_return.csv", numLinesToSkip = 1)
    void setsTheIncrementAgainstTheCost(
            String name,
            @Nullable String before,
            @Nullable String after,
            BigDecimal cost,
            @Nullable BigDecimal increment,
            @Nullable BigDecimal expected) {
        BigDecimal actual = ToolReturnRules.increment(amounts(before), amounts(after));

        assertSame(actual, increment);
        if (actual != null) {
            assertSame(ToolReturnRules.toolReturn(actual, cost), expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "windows.csv", numLinesToSkip = 1)
    void comparesWholeMonthsThatAreOver(
            String name,
            LocalDate adoptedOn,
            int months,
            Instant now,
            LocalDate beforeFrom,
            LocalDate beforeTo,
            LocalDate afterFrom,
            LocalDate afterTo) {
        assertThat(ToolReturnRules.before(adoptedOn, months)).isEqualTo(new Window(beforeFrom, beforeTo));
        assertThat(ToolReturnRules.after(adoptedOn, months, now, BERLIN)).isEqualTo(new Window(afterFrom, afterTo));
    }

    private static List<BigDecimal> amounts(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    private static void assertSame(@Nullable BigDecimal actual, @Nullable BigDecimal expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isEqualByComparingTo(expected);
        }
    }
}
