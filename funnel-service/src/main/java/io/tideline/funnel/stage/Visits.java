package io.tideline.funnel.stage;

import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.OrderMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns one customer's moments into stays. A stage marked by a tag lasts as long as the tag; one marked by an event or an order lasts until another stage
 * is entered, and further such moments meanwhile are the same stay.
 */
final class Visits {
    private final List<FunnelStage> stages;
    private final List<Ways.Way> ways;
    private final List<StageVisit> visits = new ArrayList<>();
    private boolean hasOrdered;
    /** Place of the stay that the next other stage ends, or -1. */
    private int open = -1;

    Visits(List<FunnelStage> stages, List<Ways.Way> ways) {
        this.stages = stages;
        this.ways = ways;
    }

    /** @param tagEnds end of the tag's interval, null while carried or where the moment is no tag */
    void add(MomentName name, Instant at, @Nullable Instant tagEnds) {
        for (Ways.Way way : ways) {
            if (way.name().equals(name) && isOrder(way)) {
                enter(stages.get(way.stage()).key(), at, tagEnds, way.tag() != null);
            }
        }
        hasOrdered |= name.equals(MomentName.ORDER);
    }

    List<StageVisit> all() {
        return List.copyOf(visits);
    }

    private boolean isOrder(Ways.Way way) {
        return way.orders() == null
                || way.orders() == OrderMatch.ANY
                || (way.orders() == OrderMatch.REPEAT) == hasOrdered;
    }

    private void enter(String stage, Instant at, @Nullable Instant tagEnds, boolean isTag) {
        if (open >= 0) {
            StageVisit stay = visits.get(open);
            if (stay.stage().equals(stage) && !isTag) {
                return;
            }
            visits.set(open, new StageVisit(stay.stage(), stay.enteredAt(), at));
        }
        visits.add(new StageVisit(stage, at, tagEnds));
        open = isTag ? -1 : visits.size() - 1;
    }
}
