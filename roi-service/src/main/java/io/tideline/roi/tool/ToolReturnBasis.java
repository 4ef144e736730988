package io.tideline.roi.tool;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the return of the tool was computed from. */
@Description(
        "What the return of the whole tool was computed from. It compares before with after and does not prove a cause.")
public record ToolReturnBasis(
        @Description("Complete months before adoption that count; months before the organisation's first order do not.")
                int monthsBefore,
        @Description("Complete months since adoption that count.") int monthsAfter,
        @Description("True where fewer complete months than asked for stand on either side.") boolean partial,
        @NonNull @Description("Mean net revenue of a month before, MONEY.") Measure meanBefore,
        @NonNull @Description("Mean net revenue of a month after, MONEY.") Measure meanAfter,
        @NonNull @Description("(Mean after − mean before) × months after, MONEY.") Measure increment,
        @NonNull @Description("What cost lines of kind TOOL cost in the months after, MONEY.") Measure cost,
        @NonNull @Description("(Increment − cost) ÷ cost, RATIO.") Measure toolReturn,
        @NonNull @Description("Currency of the amounts: the only one there is, else the organisation's.")
                CurrencyCode currency) {}
