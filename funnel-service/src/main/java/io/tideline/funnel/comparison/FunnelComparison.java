package io.tideline.funnel.comparison;

import io.tideline.funnel.result.FunnelResult;
import io.tideline.funnel.result.ShareComparison;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A funnel beside the one of an earlier period. */
@Description("A funnel beside the one of an earlier period.")
@Cost(weight = 0)
public record FunnelComparison(
        @NonNull @Description("First local day of the earlier period.") LocalDate previousFrom,
        @NonNull @Description("First local day after the earlier period.") LocalDate previousTo,
        @NonNull @Description("The funnel of the period asked for.") FunnelResult current,
        @NonNull @Description("The funnel of the earlier period, as it is known now.") FunnelResult previous,
        @NonNull @Description("Whether conversion so far changed.") ShareComparison overall,
        @NonNull
                @Description(
                        "Whether conversion changed among entries of which nothing is open any more: the fair comparison.")
                ShareComparison matured,
        @Description("False while entries of either period are still pending, so that `overall` can change.")
                boolean mature,
        @ListSize(assumedSize = 7)
                @NonNull
                @Description(
                        "For each stage after the first, whether the share of entries that reached it changed; q corrects for the number of stages. Empty where the periods have different definitions.")
                List<@NonNull StepComparison> steps) {
    public FunnelComparison {
        steps = List.copyOf(steps);
    }
}
