package io.tideline.customer.kpi;

import io.tideline.platform.error.AppException;
import io.tideline.platform.ingest.IngestRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;

/** Reads a target out of a batch. */
final class TargetRow {
    private static final int LENGTH_OF_A_DAY = 10;

    private TargetRow() {}

    static SetTarget read(IngestRow row) {
        String key = row.requiredKey("kpi");
        KpiPreset preset = KpiPresets.find(key).orElseThrow(() -> row.invalid("kpi", "must be one of " + known()));
        LocalDate from = day(row);
        BigDecimal min = row.decimal("min");
        BigDecimal max = row.decimal("max");
        if (min == null && max == null) {
            throw row.invalid("min", "or max is needed");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw row.invalid("max", "must not be less than min");
        }
        return new SetTarget(key, from, min, max, variant(row, preset));
    }

    private static LocalDate day(IngestRow row) {
        String text = row.requiredText("from");
        try {
            return text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text)
                    : OffsetDateTime.parse(text).toLocalDate();
        } catch (DateTimeException noDay) {
            throw row.invalid("from", "must be a day, such as 2026-07-01");
        }
    }

    private static String variant(IngestRow row, KpiPreset preset) {
        String asked = row.key("variant");
        try {
            return asked == null
                    ? preset.variant()
                    : KpiPresets.METRICS.resolve(preset.metric(), asked).variant();
        } catch (AppException unknown) {
            throw row.invalid("variant", "must be a variant of " + preset.metric());
        }
    }

    private static String known() {
        return KpiPresets.ALL.stream().map(KpiPreset::key).collect(Collectors.joining(", "));
    }
}
