package io.tideline.funnel.frozen;

import io.tideline.funnel.funnel.Funnel;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** The result of a closed period. */
@Description(
        "The result of a period as it was when the period was closed. Nothing that is learned later changes it, neither late facts nor merges nor erasures.")
@Cost(weight = 0)
public record FrozenFunnel(
        @NonNull @Description("First local day of the period.") LocalDate from,
        @NonNull @Description("First local day after the period.") LocalDate to,
        @NonNull @Description("Zone the days were cut in.") TimeZone timeZone,
        @Description("Number of the definition that was in force.") int version,
        @NonNull @Description("Instant at which it was frozen, and up to which facts counted.") Instant frozenAt,
        @Description("How many entered.") int entered,
        @Description("How many of them had converted.") int converted,
        @Description("How many of them had not, but still had time.") int pending,
        @Description("How many of them had not and no longer could.") int dropped,
        @ListSize(assumedSize = 8) @NonNull @Description("Stage by stage.") List<@NonNull FrozenStep> steps,
        @Ignore Funnel funnel) {
    public FrozenFunnel {
        steps = List.copyOf(steps);
    }
}
