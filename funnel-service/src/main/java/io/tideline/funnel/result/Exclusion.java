package io.tideline.funnel.result;

import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.match.FunnelRules;
import io.tideline.funnel.match.Journey;

/**
 * What ends attempts, or drops their customers.
 *
 * @param bits where it does, as a journey's masks say it
 */
record Exclusion(MomentName name, long bits) {
    private static final String TAG_PREFIX = "tag:";

    /**
     * @param from first stage at which an attempt is open to it
     * @param to first stage at which it is no more
     */
    static Exclusion between(String name, int from, int to, ExclusionEffect effect) {
        int end = Math.min(to, FunnelRules.MAX_STAGES);
        return new Exclusion(
                named(name),
                effect == ExclusionEffect.DROP_CUSTOMER ? Journey.dropping(from, end) : Journey.ending(from, end));
    }

    private static MomentName named(String name) {
        return isTag(name) ? MomentName.tag(tag(name)) : MomentName.event(name);
    }

    static boolean isTag(String name) {
        return name.startsWith(TAG_PREFIX);
    }

    /** The tag that a name is of. */
    static String tag(String name) {
        return name.substring(TAG_PREFIX.length());
    }
}
