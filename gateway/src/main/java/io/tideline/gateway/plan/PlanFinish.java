package io.tideline.gateway.plan;

import graphql.language.AstPrinter;
import graphql.language.VariableDefinition;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns the drafts of a search into an immutable plan. */
final class PlanFinish {
    private final Supergraph supergraph;
    private final Operation operation;
    private final Shape shape;
    private final List<FetchDraft> fetches;

    PlanFinish(Supergraph supergraph, Operation operation, Shape shape, List<FetchDraft> fetches) {
        this.supergraph = supergraph;
        this.operation = operation;
        this.shape = shape;
        this.fetches = fetches;
    }

    Plan run() {
        List<FetchDraft> ordered = new ArrayList<>(fetches);
        ordered.sort(Comparator.comparingInt(FetchDraft::depth).thenComparingInt(fetch -> fetch.id));
        List<PlanNode> nodes = ordered.stream().map(this::finish).toList();
        return new Plan(shape, nodes);
    }

    private PlanNode finish(FetchDraft fetch) {
        Set<Integer> after = new TreeSet<>();
        fetch.after.forEach(before -> after.add(before.id));
        SelectionText text = new SelectionText(supergraph);
        if (!fetch.entities) {
            DraftNode node = fetch.nodes.values().iterator().next();
            Reading reading = text.reading(List.of(node));
            String kind = operation.kind().name().toLowerCase(Locale.ROOT);
            String selection = text.write(node);
            return new PlanNode.Fetch(fetch.id, fetch.graph, after, kind, selection, reading, declared(text));
        }
        EntityPart part = part(fetch, text);
        return new PlanNode.Entities(fetch.id, fetch.graph, after, List.of(part), declared(text));
    }

    private Map<String, String> declared(SelectionText text) {
        Map<String, String> declared = new LinkedHashMap<>();
        for (String name : text.variables()) {
            VariableDefinition definition = operation.variables().get(name);
            if (definition != null) {
                VariableDefinition plain = definition.transform(builder -> builder.directives(List.of()));
                declared.put(name, AstPrinter.printAstCompact(plain));
            }
        }
        return declared;
    }

    private EntityPart part(FetchDraft fetch, SelectionText text) {
        Collection<DraftNode> used =
                fetch.nodes.values().stream().filter(node -> !node.isEmpty()).toList();
        Reading reading = text.reading(used);
        StringBuilder selection = new StringBuilder();
        for (DraftNode node : used) {
            selection
                    .append("... on ")
                    .append(node.type)
                    .append('{')
                    .append(text.write(node))
                    .append("} ");
        }
        Map<Integer, Representation> representations = new HashMap<>();
        fetch.forms.forEach((runtime, form) -> {
            if (!fetch.node(form.type()).isEmpty()) {
                representations.put(runtime, represent(fetch, form));
            }
        });
        TypeSet others = fetch.types.getOrDefault(-1, supergraph.typesWhere(any -> false));
        return new EntityPart(
                fetch.shape, representations, others, selection.toString().trim(), reading);
    }

    private Representation represent(FetchDraft fetch, FetchDraft.Form form) {
        Map<String, Representation.Member> members = new LinkedHashMap<>();
        collect(members, fetch.shape, form.type(), form.key(), true, null);
        FieldSet required = form.required();
        if (required != null) {
            collect(members, fetch.shape, form.type(), required, false, null);
        }
        return new Representation(form.type(), List.copyOf(members.values()));
    }

    private void collect(
            Map<String, Representation.Member> members,
            Shape at,
            String type,
            FieldSet set,
            boolean key,
            @Nullable TypeSet on) {
        for (FieldSet.Part part : set.parts()) {
            if (part instanceof FieldSet.On fragment) {
                TypeSet narrowed = supergraph.possible(fragment.type());
                collect(members, at, type, fragment.below(), key, on == null ? narrowed : on.and(narrowed));
            } else {
                Representation.Member member = member(at, type, (FieldSet.Member) part, key, on);
                members.merge(member.name() + " " + on, member, PlanFinish::merge);
            }
        }
    }

    private Representation.Member member(
            Shape at, String type, FieldSet.Member member, boolean key, @Nullable TypeSet on) {
        int slot = at.slot(at.keyOf(member.name(), member.argumentText()));
        FieldSet set = member.below();
        Shape below = at.below(slot);
        if (set == null || below == null) {
            return new Representation.Member(member.name(), slot, key, on, false, List.of());
        }
        String named = typeOf(on == null ? type : supergraph.runtimeTypes().get(on.first()), type, member.name());
        Map<String, Representation.Member> members = new LinkedHashMap<>();
        collect(members, below, named, set, key, null);
        boolean naming = supergraph.type(named).isAbstract();
        return new Representation.Member(member.name(), slot, key, on, naming, List.copyOf(members.values()));
    }

    private String typeOf(String owner, String otherwise, String field) {
        boolean here = supergraph.type(owner).field(field) != null;
        return supergraph.field(here ? owner : otherwise, field).typeName();
    }

    private static Representation.Member merge(Representation.Member one, Representation.Member other) {
        Map<String, Representation.Member> below = new LinkedHashMap<>();
        one.below().forEach(member -> below.put(member.name() + " " + member.on(), member));
        other.below().forEach(member -> below.merge(member.name() + " " + member.on(), member, PlanFinish::merge));
        return new Representation.Member(
                one.name(),
                one.slot(),
                one.key() || other.key(),
                one.on(),
                one.naming() || other.naming(),
                List.copyOf(below.values()));
    }
}
