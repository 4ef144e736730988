package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A funnel of those who entered in one calendar bucket. */
@Description(
        "A funnel of those who entered in one calendar bucket. Somebody who enters again in another bucket counts there too, so the points do not add up to the whole.")
@Cost(weight = 0)
public record FunnelPoint(
        @NonNull @Description("First local day of the bucket.") LocalDate from,
        @NonNull @Description("First local day after the bucket.") LocalDate to,
        @NonNull @Description("The funnel of this bucket, by the definition in force at its end.") FunnelResult result,
        @Description("False while the bucket is still running.") boolean complete,
        @Description("True where the definition differs from the point before: a break in the series.")
                boolean definitionChanged) {}
