package io.tideline.platform.metric;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideline.platform.error.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every metric with its variants, read once from {@code metrics.json} beside this class. */
public final class MetricCatalog {
    private static final String FILE = "metrics.json";

    private final Map<String, MetricDefinition> byVariant;
    private final Map<String, List<MetricDefinition>> byKey;
    private final List<Decision> decisions;

    MetricCatalog(List<MetricDefinition> definitions, List<Decision> decisions) {
        Map<String, MetricDefinition> variants = new LinkedHashMap<>();
        Map<String, List<MetricDefinition>> keys = new LinkedHashMap<>();
        for (MetricDefinition definition : definitions) {
            if (variants.put(definition.variant(), definition) != null) {
                throw new IllegalStateException("Metric variant defined twice: " + definition.variant());
            }
            keys.computeIfAbsent(definition.key(), key -> new ArrayList<>()).add(definition);
        }
        keys.forEach(MetricCatalog::checkOneDefault);
        this.byVariant = Collections.unmodifiableMap(variants);
        this.byKey = Collections.unmodifiableMap(keys);
        this.decisions = List.copyOf(decisions);
    }

    /** The catalogue of this build. */
    public static MetricCatalog load() {
        return Loaded.CATALOG;
    }

    /** All definitions, metric by metric, the default variant of each first. */
    public Collection<MetricDefinition> definitions() {
        return byVariant.values();
    }

    /** Keys of all metrics in the order of the file. */
    public Collection<String> keys() {
        return byKey.keySet();
    }

    /** What was decided where sources disagree, with the variants that keep the other readings. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** Variants of one metric; empty for an unknown key. */
    public List<MetricDefinition> variants(String key) {
        return Collections.unmodifiableList(byKey.getOrDefault(key, List.of()));
    }

    /** The definition of a full variant name, or the default variant of a metric key. A missing one is a mistake in the code. */
    public MetricDefinition definition(String variantOrKey) {
        MetricDefinition exact = byVariant.get(variantOrKey);
        return exact != null ? exact : defaultOf(variantOrKey);
    }

    /**
     * The variant a client asked for.
     *
     * @param variant full name, or the part after the first dot, or null for the default
     */
    public MetricDefinition resolve(String key, @Nullable String variant) {
        if (variant == null) {
            return defaultOf(key);
        }
        return variants(key).stream()
                .filter(known ->
                        known.variant().equals(variant) || afterFirstDot(known).equals(variant))
                .findFirst()
                .orElseThrow(() -> unknown(key, variant));
    }

    private MetricDefinition defaultOf(String key) {
        return variants(key).stream()
                .filter(MetricDefinition::isDefault)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such metric: " + key));
    }

    private static String afterFirstDot(MetricDefinition definition) {
        return definition.variant().substring(definition.variant().indexOf('.') + 1);
    }

    private AppException unknown(String key, String variant) {
        String known = variants(key).stream().map(MetricDefinition::variant).collect(Collectors.joining(", "));
        return AppException.badInput(
                "variant", "Unknown variant " + variant + " of " + key + "; known: " + known + ".");
    }

    private static void checkOneDefault(String key, List<MetricDefinition> variants) {
        if (variants.stream().filter(MetricDefinition::isDefault).count() != 1) {
            throw new IllegalStateException("Metric needs exactly one default variant: " + key);
        }
    }

    private static MetricCatalog read() {
        ObjectMapper json = JsonMapper.builder().build();
        try (InputStream file = Objects.requireNonNull(MetricCatalog.class.getResourceAsStream(FILE), FILE)) {
            MetricFile metrics = MetricFile.of(json.readTree(file));
            return new MetricCatalog(metrics.definitions(), metrics.decisions());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static final class Loaded {
        static final MetricCatalog CATALOG = read();
    }
}
