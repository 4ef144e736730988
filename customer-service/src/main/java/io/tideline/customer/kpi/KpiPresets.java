package io.tideline.customer.kpi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.platform.metric.MetricCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The sixteen KPIs, read once from {@code kpis.json} beside this class. */
final class KpiPresets {
    static final MetricCatalog METRICS = MetricCatalog.load();
    static final List<KpiPreset> ALL = read();

    private KpiPresets() {}

    static Optional<KpiPreset> find(String key) {
        return ALL.stream().filter(preset -> preset.key().equals(key)).findFirst();
    }

    private static List<KpiPreset> read() {
        ObjectMapper json = JsonMapper.builder().build();
        try (InputStream file = Objects.requireNonNull(KpiPresets.class.getResourceAsStream("kpis.json"))) {
            return List.of(json.readValue(file, KpiPreset[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
