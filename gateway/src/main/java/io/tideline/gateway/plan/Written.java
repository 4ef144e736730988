package io.tideline.gateway.plan;

import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What calls bring, by slot: the runtime types whose objects get a value there. It is read from the text that is sent,
 * not from what the planner thought, so that the two can be compared.
 */
final class Written implements PlanNode.Visitor<Written> {
    private final Supergraph supergraph;
    private final Map<String, TypeSet> types = new HashMap<>();

    private record Level(Graph graph, String type, TypeSet types, Reading reading) {}

    Written(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** A slot in words: the response path of its object and its own key. */
    static String name(Shape at, int slot) {
        return at.path() + "/" + at.keyAt(slot);
    }

    TypeSet of(String slot) {
        return types.getOrDefault(slot, TypeSet.NONE);
    }

    void add(Written other) {
        other.types.forEach(this::add);
    }

    private void add(String slot, TypeSet more) {
        types.merge(slot, more, TypeSet::or);
    }

    @Override
    public Written fetch(PlanNode.Fetch fetch) {
        String root = Objects.requireNonNull(supergraph.root(fetch.kind()));
        read(parse(fetch.selection()), new Level(fetch.graph(), root, supergraph.possible(root), fetch.reading()));
        return this;
    }

    @Override
    public Written entities(PlanNode.Entities entities) {
        for (EntityPart part : entities.parts()) {
            for (Selection<?> selection : parse(part.selection()).getSelections()) {
                InlineFragment fragment = (InlineFragment) selection;
                String type = fragment.getTypeCondition().getName();
                read(
                        fragment.getSelectionSet(),
                        new Level(entities.graph(), type, represented(part, type), part.reading()));
            }
        }
        return this;
    }

    private static TypeSet represented(EntityPart part, String type) {
        TypeSet all = TypeSet.NONE;
        for (Map.Entry<Integer, Representation> one : part.representations().entrySet()) {
            if (one.getValue().typeName().equals(type)) {
                all = all.or(typesOf(part, one.getKey()));
            }
        }
        return all;
    }

    /** The runtime types that a representation of the part stands for. */
    static TypeSet typesOf(EntityPart part, int runtime) {
        return runtime < 0 ? part.others() : TypeSet.single(runtime);
    }

    private static SelectionSet parse(String selection) {
        return new Parser()
                .parseDocument("{" + selection + "}")
                .getDefinitionsOfType(OperationDefinition.class)
                .get(0)
                .getSelectionSet();
    }

    private void read(SelectionSet selections, Level level) {
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof InlineFragment fragment) {
                String type = fragment.getTypeCondition().getName();
                TypeSet narrowed = level.types.and(supergraph.possible(type));
                read(fragment.getSelectionSet(), new Level(level.graph, type, narrowed, level.reading));
            } else {
                read((Field) selection, level);
            }
        }
    }

    private void read(Field field, Level level) {
        Reading.Entry entry = entry(level.reading, field);
        if (entry == null || entry.isTypename()) {
            return;
        }
        add(name(level.reading.shape(), entry.slot()), level.types);
        FieldAt at = supergraph.fieldIn(level.type, field.getName(), level.graph);
        Reading below = entry.below();
        if (below != null && at != null) {
            String type = Types.named(at.type());
            TypeSet returned = PossibleTypes.returned(supergraph, type, level.graph);
            read(field.getSelectionSet(), new Level(level.graph, type, returned, below));
        }
    }

    private static Reading.@Nullable Entry entry(Reading reading, Field field) {
        return reading.entries().stream()
                .filter(entry -> entry.key().equals(field.getResultKey()))
                .findFirst()
                .orElse(null);
    }
}
