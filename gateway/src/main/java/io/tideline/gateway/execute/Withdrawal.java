package io.tideline.gateway.execute;

import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what an answer brought before it turned out to be unusable, so that its fields are missing as a whole:
 * half of an answer must not look like all of it. The objects that were there before are as they were, each by itself:
 * whether another answer brought a field to one says nothing of the next.
 */
final class Withdrawal {
    private final List<Item.State> before = new ArrayList<>();

    private Withdrawal() {}

    /** To be asked for before the answer is read. */
    static Withdrawal of(PlanNode node, Item root, List<Targets> targets) {
        Withdrawal withdrawal = new Withdrawal();
        if (node instanceof PlanNode.Entities entities) {
            for (int part = 0; part < targets.size(); part++) {
                EntityPart asked = entities.parts().get(part);
                targets.get(part)
                        .items()
                        .forEach(same -> same.forEach(item -> withdrawal.remember(item, asked.reading())));
            }
        } else {
            node.readings().forEach(reading -> withdrawal.remember(root, reading));
        }
        return withdrawal;
    }

    void run() {
        before.forEach(Item.State::restore);
    }

    private void remember(Item item, Reading reading) {
        before.add(item.state());
        for (Reading.Entry entry : reading.entries()) {
            Reading below = entry.below();
            if (below != null) {
                rememberBelow(item.get(entry.slot()), below);
            }
        }
    }

    private void rememberBelow(@Nullable Object value, Reading reading) {
        if (value instanceof Item item) {
            remember(item, reading);
        } else if (value instanceof List<?> list) {
            list.forEach(one -> rememberBelow(one, reading));
        }
    }
}
