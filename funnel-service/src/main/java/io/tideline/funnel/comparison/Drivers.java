package io.tideline.funnel.comparison;

import io.tideline.funnel.customer.Labels;
import io.tideline.funnel.result.Association;
import io.tideline.funnel.result.FunnelResult;
import io.tideline.platform.graph.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values of a dimension that go together with converting. */
final class Drivers {
    private final Dimension dimension;
    private final Instant asOf;

    Drivers(Dimension dimension, Instant asOf) {
        this.dimension = dimension;
        this.asOf = asOf;
    }

    /** Of one dimension; customers without a value have no trait. */
    List<FunnelDriver> of(Map<String, FunnelResult> results, Map<String, Labels.Group> labels) {
        int entered = results.values().stream().mapToInt(FunnelResult::entered).sum();
        int converted =
                results.values().stream().mapToInt(FunnelResult::converted).sum();
        List<FunnelDriver> drivers = new ArrayList<>();
        results.forEach((value, result) -> {
            Association trait = new Association(result.entered(), result.converted(), entered, converted);
            if (trait.isListed() && !value.isEmpty()) {
                Labels.Group group = labels.getOrDefault(value, new Labels.Group(value, value));
                drivers.add(driver(trait, group));
            }
        });
        return drivers;
    }

    private FunnelDriver driver(Association trait, Labels.Group group) {
        return new FunnelDriver(
                dimension,
                group.key(),
                group.label(),
                trait.with(),
                trait.withConverted(),
                trait.oddsRatio(asOf),
                trait.phi(asOf));
    }
}
