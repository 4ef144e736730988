package io.tideline.roi.revenue;

import io.tideline.platform.graph.Cost;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Revenue of one calendar bucket of a trend. */
@Description("Revenue of one calendar bucket of a trend.")
@Cost(weight = 0)
public record RevenuePoint(
        @NonNull @Description("First local day of the bucket.") LocalDate from,
        @NonNull @Description("First local day after the bucket.") LocalDate to,
        @Description("False while the bucket is still running.") boolean complete,
        @NonNull @Description("The numbers of this bucket.") Revenue measures) {}
