package io.tideline.gateway.execute;

import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.plan.Reading;
import io.tideline.gateway.plan.Shape;
import java.util.ArrayList;
import java.util.List;

/** Where a call that failed as a whole would have put its first field, as the client's path. */
final class CallPlace {
    private CallPlace() {}

    static List<Object> of(PlanNode node) {
        return node.accept(new PlanNode.Visitor<List<Object>>() {
            @Override
            public List<Object> fetch(PlanNode.Fetch fetch) {
                return firstField(fetch.reading());
            }

            @Override
            public List<Object> entities(PlanNode.Entities entities) {
                return firstField(entities.parts().get(0).reading());
            }
        });
    }

    private static List<Object> firstField(Reading reading) {
        List<Object> path = new ArrayList<>();
        for (Shape at = reading.shape(); at.parent() != null; at = parent(at)) {
            path.add(0, at.key());
        }
        reading.entries().stream()
                .filter(entry -> !entry.isTypename() && !reading.shape().isInternal(entry.slot()))
                .findFirst()
                .ifPresent(entry -> path.add(reading.shape().keyAt(entry.slot())));
        return path;
    }

    private static Shape parent(Shape shape) {
        Shape parent = shape.parent();
        return parent == null ? shape : parent;
    }
}
