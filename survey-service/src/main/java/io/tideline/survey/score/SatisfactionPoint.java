package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Satisfaction in one calendar bucket of a trend.")
@Cost(weight = 0)
public record SatisfactionPoint(
        @NonNull @Description("First local day of the bucket.") LocalDate from,
        @NonNull @Description("First local day after the bucket.") LocalDate to,
        @Description("False while the bucket is still running.") boolean complete,
        @NonNull @Description("The bucket's own scores; a customer counts in each bucket it answered in.")
                Satisfaction measures) {}
