package io.tideline.funnel.result;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.platform.error.AppException;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An exclusion between two stages. */
@Input("ExclusionInput")
@Description("An event that must not happen between two stages.")
public record ExclusionInput(
        @NonNull @Description("Name of the event; `tag:vip` is the start of the tag `vip`.") String event,
        @Nullable
                @Description("Key of the stage from which on it excludes; by default the first. Refused in any order.")
                String after,
        @Nullable
                @Description(
                        "Key of the stage from which on it excludes no more; by default the last. Refused in any order.")
                String before,
        @Nullable @DefaultValue("END_ATTEMPT") @Description("What it does.") ExclusionEffect effect) {

    /**
     * @param field where it stands in the question
     * @param compat whose effect it has, or null for its own
     */
    @Ignore
    Exclusion on(FunnelVersion version, String field, @Nullable CompatProfile compat) {
        List<FunnelStage> stages = version.stages();
        int from = after == null ? 0 : place(stages, after, field + ".after");
        int to = before == null ? stages.size() - 1 : place(stages, before, field + ".before");
        if (from >= to) {
            throw AppException.badInput(field + ".before", "An exclusion ends at a later stage than it begins.");
        }
        if (!OptionRules.isName(event)) {
            throw AppException.badInput(field + ".event", "An exclusion names an event.");
        }
        ExclusionEffect own = effect == null ? ExclusionEffect.END_ATTEMPT : effect;
        return Exclusion.between(event, from, to, compat == null ? own : compat.effect());
    }

    private static int place(List<FunnelStage> stages, String key, String field) {
        for (int stage = 0; stage < stages.size(); stage++) {
            if (stages.get(stage).key().equals(key)) {
                return stage;
            }
        }
        throw AppException.badInput(field, "The funnel has no stage of this key.");
    }
}
