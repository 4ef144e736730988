package io.tideline.funnel.funnel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A funnel as it is defined. */
@Input("DefineFunnelInput")
@Description("A funnel's definition. For a key that is known it makes a new version, unless nothing changes.")
public record DefineFunnelInput(
        @NonNull @Description("The organisation's own key: letters, digits, '_' and '-', at most 100.") String key,
        @NonNull @Description("Title for people, at most 200 characters.") String title,
        @NonNull @Description("Stages in order, 2 to 20.") List<@NonNull StageInput> stages,
        @Nullable
                @Description(
                        "Longest time from the first stage to the last, inclusive: whole milliseconds, more than 0, at most 366 days. "
                                + "Without it only those are counted as dropped whose time for a step is up or whose attempt something ended.")
                Duration window,
        @Nullable
                @Description(
                        "From when on the new version is in force, after the version before; by default from now on. "
                                + "Reports on earlier periods keep the earlier version.")
                Instant validFrom,
        @Nullable @Description("The same key again repeats nothing, at most 200 characters.") String idempotencyKey) {
    @Ignore
    FunnelVersion version(int number, Instant now) {
        return new FunnelVersion(
                number,
                title.strip(),
                stages.stream().map(StageInput::stage).toList(),
                window,
                validFrom == null ? now : validFrom,
                idempotencyKey);
    }
}
