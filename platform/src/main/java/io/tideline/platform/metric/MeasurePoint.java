package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A measure of one calendar bucket of a trend. */
@Shareable
@Description("A measure of one calendar bucket of a trend.")
public record MeasurePoint(
        @NonNull @Description("First local day of the bucket.") LocalDate from,
        @NonNull @Description("First local day after the bucket.") LocalDate to,
        @NonNull @Description("The measure of this bucket.") Measure measure,
        @Description("False while the bucket is still running.") boolean complete) {}
