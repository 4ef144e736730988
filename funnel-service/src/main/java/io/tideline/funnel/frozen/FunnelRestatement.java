package io.tideline.funnel.frozen;

import io.tideline.funnel.result.FunnelResult;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** What has been learned of a frozen result since: today's reading of the same instant minus what was frozen. */
@Description(
        "How the same period, read by the same definition as of the same instant, differs by what has been learned since it was frozen: today's number minus the frozen one.")
@Cost(weight = 0)
public record FunnelRestatement(
        @Description("How many more entered; fewer where negative.") int entered,
        @Description("How many more had converted.") int converted,
        @ListSize(assumedSize = 8) @NonNull @Description("How many more had reached each stage.")
                List<@NonNull FrozenStep> steps,
        @NonNull @Description("The differences in an English sentence.") String note) {
    public FunnelRestatement {
        steps = List.copyOf(steps);
    }

    /** @param live of the same definition */
    @Ignore
    static FunnelRestatement of(FrozenFunnel frozen, FunnelResult live) {
        List<FrozenStep> steps = new ArrayList<>();
        for (int stage = 0; stage < frozen.steps().size(); stage++) {
            FrozenStep was = frozen.steps().get(stage);
            steps.add(new FrozenStep(was.stage(), live.steps().get(stage).count() - was.count()));
        }
        return new FunnelRestatement(
                live.entered() - frozen.entered(), live.converted() - frozen.converted(), steps, note(steps));
    }

    private static String note(List<FrozenStep> steps) {
        String differences = steps.stream()
                .filter(step -> step.count() != 0)
                .map(step -> "%s %+d".formatted(step.stage().title(), step.count()))
                .collect(Collectors.joining(", "));
        return differences.isEmpty() ? "As it was frozen." : "Restated: " + differences + ".";
    }
}
