package io.tideline.funnel.result;

import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.metric.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What became of those who entered a funnel. The expected conversion is null where it was not asked for. */
@Description("What became of those who entered a funnel in the period; their completion may come later.")
@SuppressWarnings("MultipleNullnessAnnotations") // what was not asked for is not there, but whoever asks finds it
public record FunnelResult(
        @Description("How many entered: customers, or attempts where those are counted.") int entered,
        @Description("How many of them reached the last stage.") int converted,
        @Description(
                        "How many of them have not, but still may: their time is not up and nothing ended the attempt. Who is counted once may by any of their entries.")
                int pending,
        @Description(
                        "How many of them have not and no longer can: their time is up, or something ended the attempt. An entry yet to come may open them again.")
                int dropped,
        @NonNull @Description("Conversion so far: converted ÷ entered.") Measure overall,
        @NonNull
                @Description(
                        "Conversion of those whose window has ended, so that no entry they have made can change anything any more: converted ÷ entered among them. "
                                + "Without a window: of those who entered as long ago as all step windows together.")
                Measure matured,
        @NonNull
                @Description(
                        "Conversion to be expected at the end of the window, Kaplan-Meier: pending ones count with the time they have had.")
                @Nullable
                Measure expected,
        @ListSize(assumedSize = 8) @NonNull @Description("Stage by stage.") List<@NonNull FunnelStep> steps,
        @Nullable @Description("Window it was read with, inclusive; null without one.") Duration window,
        @Description("Number of the definition it was computed by.") int version,
        @Description(
                        "True where the definition changed within the period, so that its parts were lived under different ones.")
                boolean versionChanged,
        @NonNull @Description("Instant up to which facts were taken into account.") Instant asOf,
        @Nullable
                @Description(
                        "How the reading asked for by `options.compat` differs from ours; null where none was asked for, and in groups, trends and comparisons.")
                CompatReading compat) {
    public FunnelResult {
        steps = List.copyOf(steps);
    }

    /** Converted among entries of which nothing is open any more. */
    @Ignore
    public ShareComparison.Share maturedShare() {
        return new ShareComparison.Share(count(matured.numerator()), count(matured.denominator()));
    }

    private static int count(@Nullable Decimal number) {
        return number == null ? 0 : number.value().intValueExact();
    }

    @Ignore
    FunnelResult with(CompatReading reading) {
        return new FunnelResult(
                entered,
                converted,
                pending,
                dropped,
                overall,
                matured,
                expected,
                steps,
                window,
                version,
                versionChanged,
                asOf,
                reading);
    }
}
