package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request to one subgraph while the plan is searched: at the root, or for entities that stand at one shape. */
final class FetchDraft {
    final int id;
    final Graph graph;
    final Shape shape;
    final boolean entities;
    /** What this fetch must wait for. */
    final Set<FetchDraft> after = new LinkedHashSet<>();
    /** The selections by type: one at the root, one an entity type otherwise. */
    final Map<String, DraftNode> nodes = new LinkedHashMap<>();
    /** Whose objects it asks for; objects of several places can stand at one shape. */
    final Set<Place> places = new HashSet<>();
    /** How to represent an entity, by the number of its runtime type; -1 where the type need not be known. */
    final Map<Integer, Form> forms = new LinkedHashMap<>();
    /** The runtime types each form stands for. */
    final Map<Integer, TypeSet> types = new HashMap<>();

    /** The type a representation names and the fields it carries: a key, and what is required beside it. */
    record Form(String type, FieldSet key, @Nullable FieldSet required) {

        Form and(@Nullable FieldSet more) {
            FieldSet both = required == null ? more : more == null ? required : required.and(more);
            return new Form(type, key, both);
        }
    }

    FetchDraft(int id, Graph graph, Shape shape, boolean entities) {
        this.id = id;
        this.graph = graph;
        this.shape = shape;
        this.entities = entities;
    }

    DraftNode node(String type) {
        return nodes.computeIfAbsent(type, any -> new DraftNode(graph, type, shape));
    }

    void represent(int runtime, String type, FieldSet key, @Nullable FieldSet required) {
        Form known = forms.get(runtime);
        forms.put(runtime, known == null ? new Form(type, key, required) : known.and(required));
    }

    /** Whether the entity can be represented with this beside what is already sent: one name carries one value. */
    boolean accepts(int runtime, @Nullable FieldSet required) {
        Form known = forms.get(runtime);
        FieldSet present = known == null ? null : known.required();
        if (required == null || present == null) {
            return true;
        }
        Map<String, String> arguments = new HashMap<>();
        return isUnambiguous(present, "", arguments) && isUnambiguous(required, "", arguments);
    }

    /**
     * Whether objects of this place can be asked for in the same call: what is required beside a key is there for the
     * objects of one place only, and of the types for which it was gathered; those without it are left out.
     */
    boolean serves(Place place, List<Route.Way> ways) {
        boolean required = forms.values().stream().anyMatch(form -> form.required() != null)
                || ways.stream().anyMatch(way -> way.required() != null);
        boolean same = places.equals(Set.of(place)) && ways.stream().allMatch(this::isAlike);
        return places.isEmpty() || same || (!required && ways.stream().allMatch(this::hasSameKey));
    }

    /** Of another place the key was gathered that its own way names. */
    private boolean hasSameKey(Route.Way way) {
        Form known = forms.get(way.runtime());
        return known == null || known.key().text().equals(way.key().text());
    }

    private boolean isAlike(Route.Way way) {
        return way.types().equals(types.getOrDefault(way.runtime(), way.types()));
    }

    private static boolean isUnambiguous(FieldSet set, String path, Map<String, String> arguments) {
        for (FieldSet.Part part : set.parts()) {
            if (part instanceof FieldSet.On on) {
                if (!isUnambiguous(on.below(), path, arguments)) {
                    return false;
                }
                continue;
            }
            FieldSet.Member member = (FieldSet.Member) part;
            String name = path + "." + member.name();
            String known = arguments.putIfAbsent(name, member.argumentText());
            FieldSet below = member.below();
            boolean same = known == null || known.equals(member.argumentText());
            if (!same || (below != null && !isUnambiguous(below, name, arguments))) {
                return false;
            }
        }
        return true;
    }

    /** The wave in which it can run, counted from 1. */
    int depth() {
        int depth = 0;
        for (FetchDraft before : after) {
            depth = Math.max(depth, before.depth());
        }
        return depth + 1;
    }

    boolean waitsFor(FetchDraft other) {
        if (this == other) {
            return true;
        }
        for (FetchDraft before : after) {
            if (before.waitsFor(other)) {
                return true;
            }
        }
        return false;
    }
}
