package io.tideline.funnel.result;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelVersion;
import io.tideline.platform.error.AppException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which value of a dimension counts for an attempt.
 *
 * @param stage place of the stage that STEP speaks of, 0 otherwise
 */
record Attribution(BreakdownAttribution rule, int stage) {
    static final Attribution AT_ENTRY = new Attribution(BreakdownAttribution.AT_ENTRY, 0);

    static Attribution of(FunnelVersion version, BreakdownAttribution rule, @Nullable String key) {
        if (rule != BreakdownAttribution.STEP) {
            return new Attribution(rule, 0);
        }
        List<FunnelStage> stages = version.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            if (stages.get(stage).key().equals(key)) {
                return new Attribution(rule, stage);
            }
        }
        throw AppException.badInput("attributionStage", "STEP needs the key of a stage of the funnel.");
    }

    /** An event's property is what it was: it has no value of today. */
    static void checkPast(BreakdownAttribution rule) {
        if (rule == BreakdownAttribution.CURRENT) {
            throw AppException.badInput("attribution", "A property of events has no current value.");
        }
    }
}
