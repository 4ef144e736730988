package io.tideline.gateway.execute;

import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Reading;
import java.util.List;

/**
 * Takes back what an answer brought before it turned out to be unusable, so that its fields are missing as a whole:
 * half of an answer must not look like all of it.
 */
record Withdrawal(Item root, List<Targets> targets) implements PlanNode.Visitor<Boolean> {

    @Override
    public Boolean fetch(PlanNode.Fetch fetch) {
        return clear(root, fetch.reading());
    }

    @Override
    public Boolean entities(PlanNode.Entities entities) {
        for (int part = 0; part < targets.size(); part++) {
            Reading reading = entities.parts().get(part).reading();
            targets.get(part).items().forEach(same -> same.forEach(item -> clear(item, reading)));
        }
        return true;
    }

    private static boolean clear(Item item, Reading reading) {
        for (Reading.Entry entry : reading.entries()) {
            if (!entry.isTypename()) {
                item.clear(entry.slot());
            }
        }
        return true;
    }
}
