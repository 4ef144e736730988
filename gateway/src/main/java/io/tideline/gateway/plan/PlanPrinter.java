package io.tideline.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints a plan as people read it: waves from top to bottom, what runs in parallel side by side. */
public final class PlanPrinter implements PlanNode.Visitor<String> {
    private PlanPrinter() {}

    public static String print(Plan plan) {
        List<List<PlanNode>> waves = plan.waves();
        if (waves.isEmpty()) {
            return "Nothing to fetch\n";
        }
        StringBuilder text = new StringBuilder();
        String indent = waves.size() > 1 ? "  " : "";
        text.append(waves.size() > 1 ? "Sequence\n" : "");
        for (List<PlanNode> wave : waves) {
            String inner = wave.size() > 1 ? indent + "  " : indent;
            text.append(wave.size() > 1 ? indent + "Parallel\n" : "");
            wave.forEach(node -> text.append(node.accept(new PlanPrinter()).indent(inner.length())));
        }
        return text.toString();
    }

    @Override
    public String fetch(PlanNode.Fetch fetch) {
        return "Fetch(" + fetch.graph() + ")  " + fetch.text();
    }

    @Override
    public String entities(PlanNode.Entities entities) {
        String variables = entities.variables().isEmpty()
                ? ""
                : " (" + String.join(",", entities.variables().values()) + ")";
        return entities.parts().stream()
                .map(part ->
                        "Entities(" + entities.graph() + ")  at " + part.shape().path() + variables + "  "
                                + keys(part.representations()) + "  {" + part.selection() + "}")
                .collect(Collectors.joining("\n  + "));
    }

    private static String keys(Map<Integer, Representation> representations) {
        return new TreeMap<>(representations)
                .values().stream()
                        .map(one -> "key " + one.typeName() + " { " + members(one.members()) + " }")
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static String members(List<Representation.Member> members) {
        return members.stream()
                .map(member -> (member.key() ? "" : "+")
                        + member.name()
                        + (member.below().isEmpty() ? "" : " { " + members(member.below()) + " }"))
                .collect(Collectors.joining(" "));
    }
}
