package io.tideline.platform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestBodyTest {
    @Test
    void readsAnArrayAndLinesAlike() {
        assertThat(rows("[{\"id\":\"1\"},{\"id\":\"2\"}]"))
                .extracting(row -> row.text("id"))
                .containsExactly("1", "2");
        assertThat(rows("{\"id\":\"1\"}\n{\"id\":\"2\"}\n"))
                .extracting(row -> row.text("id"))
                .containsExactly("1", "2");
        assertThat(rows("")).isEmpty();
    }

    @Test
    void aBrokenBodyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> rows("{\"id\":\"1\"}\n{\"id\":"))
                .isInstanceOfSatisfying(AppException.class, refusal -> assertThat(refusal.details())
                        .containsEntry("line", 2));
        assertThatThrownBy(() -> rows("{\"id\":1,\"id\":2}")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> rows("[1]")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> rows("[".repeat(50_000))).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> rows("{}\n".repeat(10_001))).isInstanceOf(AppException.class);
    }

    @Test
    void valuesAreReadExactly() {
        IngestRow row =
                rows("{\"at\":\"2026-03-29T02:30:00+02:00\",\"amount\":12345678901234567.89,\"text\":\" 9,5 \",\"n\":\"7\",\"p\":{\"a\":1}}")
                        .get(0);

        assertThat(row.instant("at")).isEqualTo(Instant.parse("2026-03-29T00:30:00Z"));
        assertThat(row.decimal("amount")).isEqualTo(new BigDecimal("12345678901234567.89"));
        assertThat(row.text("text")).isEqualTo("9,5");
        assertThat(row.integer("n")).isEqualTo(7);
        assertThat(row.otherFields(Set.of("at", "amount", "text", "n"))).isEqualTo("{\"p\":{\"a\":1}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "at,`{\"at\":\"yesterday\"}`,INVALID",
                "at,`{\"at\":\"2026-03-29T02:30:00\"}`,INVALID",
                "at,`{\"at\":\" \"}`,MISSING",
                "at,`{\"at\":\"2200-01-01T00:00:00Z\"}`,INVALID",
                "amount,`{\"amount\":\"1,5\"}`,INVALID",
                "amount,`{\"amount\":1e400}`,INVALID",
                "amount,`{\"amount\":\"NaN\"}`,INVALID",
                "n,`{\"n\":1.5}`,INVALID",
                "id,`{\"id\":\"a\\u0000b\"}`,INVALID",
                "id,`{\"id\":\"\\ud800\"}`,INVALID",
                "id,`{\"id\":{}}`,INVALID",
                "id,`{\"id\":null}`,MISSING"
            })
    void aBadValueRejectsTheRowNamingTheField(String field, String body, String code) {
        IngestRow row = rows(body).get(0);

        assertThatThrownBy(() -> read(row, field)).isInstanceOfSatisfying(RowRejection.class, rejection -> {
            assertThat(rejection.at(0).code()).isEqualTo(code);
            assertThat(rejection.at(0).field()).isEqualTo(field);
        });
    }

    private static Object read(IngestRow row, String field) {
        return switch (field) {
            case "at" -> row.requiredInstant(field);
            case "amount" -> row.requiredDecimal(field);
            case "n" -> String.valueOf(row.integer(field));
            default -> row.requiredText(field);
        };
    }

    private static List<IngestRow> rows(String body) {
        return IngestBody.rows(body.getBytes(StandardCharsets.UTF_8));
    }
}
