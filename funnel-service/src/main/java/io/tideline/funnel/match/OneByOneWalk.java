package io.tideline.funnel.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a time; each stage takes the first moment after the stage before. A further entry while the attempt is open is no new one.
 */
final class OneByOneWalk implements Walk {
    private final FunnelRules rules;
    private final boolean onlyFirst;

    OneByOneWalk(FunnelRules rules, boolean onlyFirst) {
        this.rules = rules;
        this.onlyFirst = onlyFirst;
    }

    @Override
    public @Nullable List<Attempt> walk(Journey journey) {
        List<Attempt> ended = new ArrayList<>(1);
        for (int from = 0; from < journey.size(); ) {
            if (!journey.admits(rules, from)) {
                from++;
                continue;
            }
            Run run = Run.of(rules, journey, from);
            if (run.end() == Run.End.DROPPED) {
                return null;
            }
            ended.add(run.attempt());
            if (onlyFirst) {
                break;
            }
            from = run.next();
        }
        return ended;
    }
}
