package io.tideline.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick way says what the general parser says. */
class InstantTextTest {
    private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    @Test
    void readsAnyMomentInUtcAsTheGeneralParserDoes() {
        Random random = new Random(7);
        for (int at = 0; at < 20_000; at++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(FIRST, LAST), random.nextInt(1_000_000_000));
            String text = moment.toString();
            String cut =
                    text.substring(0, 19) + "." + text.substring(20, 21 + random.nextInt(text.length() - 21)) + "Z";

            assertThat(InstantText.parse(text)).isEqualTo(moment);
            assertThat(InstantText.parse(cut))
                    .as(cut)
                    .isEqualTo(OffsetDateTime.parse(cut).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00Z",
                "2026-03-01T09:30:00Z",
                "2026-03-01T09:30Z",
                "2026-03-01T09:30:00.5+02:00",
                "2026-03-01T09:30:00-11:00",
                "2026-03-01t09:30:00z",
                "+12026-03-01T09:30:00Z"
            })
    void readsOtherFormsToo(String text) {
        assertThat(InstantText.parse(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-01",
                "2026-03-01T09:30:00",
                "2026-02-29T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T23:60:00Z",
                "2026-03-01T23:59:60Z",
                "2026-03-01 09:30:00Z",
                "2026-03-01T09:30:00.x5Z",
                "2026-03-01T09:30:00.1234567890Z",
                "2026-3-1T09:30:00.000Z"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
