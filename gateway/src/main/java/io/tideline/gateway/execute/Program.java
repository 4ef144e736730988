package io.tideline.gateway.execute;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.supergraph.TypeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan made ready to run: texts are encoded, and each call knows which calls wait for it. */
public final class Program {
    final Plan plan;
    /** The runtime types whose objects are asked for nothing more. */
    final TypeSet hidden;

    final List<Call> calls = new ArrayList<>();

    /** One call: how its body begins, how many calls it waits for, and the positions of those that wait for it. */
    static final class Call {
        final PlanNode node;
        final byte[] bodyStart;
        /** One for each part, none where fields of the root are asked for. */
        final List<Forms> forms = new ArrayList<>();

        final List<Integer> next = new ArrayList<>();
        final int waitsFor;
        /** How many calls come one after the other until this one, itself included. */
        final int wave;

        Call(PlanNode node, int wave) {
            this.wave = wave;
            this.node = node;
            String text = new String(JsonStringEncoder.getInstance().quoteAsString(node.text()));
            this.bodyStart = ("{\"query\":\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
            this.waitsFor = node.after().size();
            if (node instanceof PlanNode.Entities entities) {
                for (EntityPart part : entities.parts()) {
                    forms.add(new Forms(part, forms.size()));
                }
            }
        }
    }

    /** {@code hidden} are the runtime types the caller may not see: nothing is fetched for their objects. */
    public Program(Plan plan, TypeSet hidden) {
        this.plan = plan;
        this.hidden = hidden;
        Map<Integer, Integer> positions = new HashMap<>();
        for (PlanNode node : plan.nodes()) {
            int position = calls.size();
            positions.put(node.id(), position);
            int wave = 1;
            for (int id : node.after()) {
                Call before = calls.get(positions.getOrDefault(id, 0));
                before.next.add(position);
                wave = Math.max(wave, before.wave + 1);
            }
            calls.add(new Call(node, wave));
        }
    }

    public Plan plan() {
        return plan;
    }
}
