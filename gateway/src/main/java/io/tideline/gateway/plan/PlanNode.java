package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call to a subgraph, with the calls that must have been answered before it. */
public sealed interface PlanNode {
    int id();

    Graph graph();

    /** The ids of the nodes this one waits for. */
    Set<Integer> after();

    /** The text sent to the subgraph. */
    String text();

    /** How its answer is read, part by part. */
    List<Reading> readings();

    /** The client's variables it uses, by name, with their declarations. */
    Map<String, String> variables();

    <R> R accept(Visitor<R> visitor);

    /** One method a case, so that a new case fails to compile wherever it matters. */
    interface Visitor<R> {
        R fetch(Fetch fetch);

        R entities(Entities entities);
    }

    /** Fields of the root. */
    record Fetch(
            int id,
            Graph graph,
            Set<Integer> after,
            String kind,
            String selection,
            Reading reading,
            Map<String, String> variables)
            implements PlanNode {

        @Override
        public String text() {
            String declared = String.join(",", variables.values());
            String head = declared.isEmpty() ? kind : kind + "(" + declared + ")";
            return head.equals("query") ? "{" + selection + "}" : head + "{" + selection + "}";
        }

        @Override
        public List<Reading> readings() {
            return List.of(reading);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fetch(this);
        }
    }

    /** Fields of entities; several parts share one call. */
    record Entities(int id, Graph graph, Set<Integer> after, List<EntityPart> parts, Map<String, String> variables)
            implements PlanNode {

        public Entities {
            parts = List.copyOf(parts);
            variables = new LinkedHashMap<>(variables);
        }

        /** The response key of a part. */
        public static String key(int part) {
            return part == 0 ? "_entities" : "_e" + part;
        }

        /** The variable that carries the representations of a part. */
        public static String variable(int part) {
            return part == 0 ? "representations" : "representations" + part;
        }

        @Override
        public String text() {
            List<String> declared = new ArrayList<>();
            StringBuilder body = new StringBuilder();
            for (int part = 0; part < parts.size(); part++) {
                declared.add("$" + variable(part) + ":[_Any!]!");
                String alias = part == 0 ? "" : key(part) + ":";
                body.append(alias).append("_entities(representations:$").append(variable(part));
                body.append("){").append(parts.get(part).selection()).append('}');
            }
            declared.addAll(variables.values());
            return "query(" + String.join(",", declared) + "){" + body + "}";
        }

        @Override
        public List<Reading> readings() {
            return parts.stream().map(EntityPart::reading).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.entities(this);
        }
    }
}
