package io.tideline.gateway.execute;

import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Reading;
import io.tideline.gateway.plan.Shape;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what an answer brought before it turned out to be unusable, so that its fields are missing as a whole:
 * half of an answer must not look like all of it. What an answer before it brought as well stays.
 */
final class Withdrawal implements PlanNode.Visitor<Boolean> {
    private final Item root;
    private final List<Targets> targets;
    /** The slots that answers before this one filled, by shape. */
    private final Map<Shape, BitSet> kept = new HashMap<>();

    /** {@code before} are the calls whose answers were read. */
    Withdrawal(Item root, List<Targets> targets, Collection<PlanNode> before) {
        this.root = root;
        this.targets = targets;
        before.forEach(node -> node.readings().forEach(this::keep));
    }

    private void keep(Reading reading) {
        for (Reading.Entry entry : reading.entries()) {
            if (!entry.isTypename()) {
                kept.computeIfAbsent(reading.shape(), any -> new BitSet()).set(entry.slot());
                Reading below = entry.below();
                if (below != null) {
                    keep(below);
                }
            }
        }
    }

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

    private boolean clear(Item item, Reading reading) {
        BitSet shared = kept.getOrDefault(reading.shape(), new BitSet());
        for (Reading.Entry entry : reading.entries()) {
            if (entry.isTypename()) {
                continue;
            }
            Reading below = entry.below();
            if (!shared.get(entry.slot())) {
                item.clear(entry.slot());
            } else if (below != null) {
                clearBelow(item.get(entry.slot()), below);
            }
        }
        return true;
    }

    private void clearBelow(@Nullable Object value, Reading reading) {
        if (value instanceof Item item) {
            clear(item, reading);
        } else if (value instanceof List<?> list) {
            list.forEach(one -> clearBelow(one, reading));
        }
    }
}
