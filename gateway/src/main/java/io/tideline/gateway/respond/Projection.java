package io.tideline.gateway.respond;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.plan.Shape;
import io.tideline.gateway.supergraph.Supergraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the objects of one selection are written: for each runtime type its fields in the client's order, with keys
 * already encoded and slots already found. Made once for an operation and a contract.
 */
public final class Projection {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Selected> selections;
    private final Shape shape;
    private final Contract contract;
    private final Supergraph supergraph;
    private final boolean isAbstract;
    private final boolean mayBeHidden;
    private final byte[] staticName;
    private final @Nullable Fields[] byType;
    private final List<List<Selected>> given = new ArrayList<>();
    private final List<@Nullable Projection> below = new ArrayList<>();
    private final List<byte[]> keys = new ArrayList<>();
    private final List<Wrapping> wrappings = new ArrayList<>();
    private final List<@Nullable Set<String>> shownValues = new ArrayList<>();
    private @Nullable Fields unknown;

    /** The fields of one runtime type; {@code typeName} is null when it is not known, {@code visible} false when it
     * is hidden or may be. */
    @SuppressWarnings("ArrayRecordComponent") // encoded once, never compared
    record Fields(byte @Nullable [] typeName, boolean visible, List<Field> fields) {}

    /** One field to write, its key encoded with the comma before it; the slot of a type name is -1. */
    @SuppressWarnings("ArrayRecordComponent") // encoded once, never compared
    record Field(
            String name,
            byte[] key,
            int slot,
            Wrapping wrapping,
            @Nullable Projection below,
            @Nullable Set<String> shownValues) {

        /** Whether its leaves are written without looking into them. */
        boolean isPlain() {
            return shownValues == null && !wrapping.forbidsNullItems();
        }
    }

    /** For an operation of which nothing is denied. */
    public static Projection of(
            String typeName, List<Selected> selections, Shape shape, Contract contract, Supergraph supergraph) {
        return new Projection(typeName, selections, selections, shape, contract, supergraph);
    }

    public static Projection of(Operation operation, Shape shape, Contract contract, Supergraph supergraph) {
        return new Projection(operation.root(), operation.asked(), operation.selections(), shape, contract, supergraph);
    }

    private Projection(
            String typeName,
            List<Selected> selections,
            List<Selected> granted,
            Shape shape,
            Contract contract,
            Supergraph supergraph) {
        this.selections = selections;
        this.shape = shape;
        this.contract = contract;
        this.supergraph = supergraph;
        this.isAbstract = supergraph.type(typeName).isAbstract();
        this.mayBeHidden = supergraph.possible(typeName).meets(contract.hidden());
        this.staticName = quoted(typeName);
        this.byType = new Fields[supergraph.runtimeTypes().size()];
        for (Selected selected : selections) {
            List<Selected> answered = answering(selected, granted);
            given.add(answered);
            keys.add(encodedKey(selected.key()));
            wrappings.add(Wrapping.of(selected.type()));
            shownValues.add(hiddenValues(selected.typeName()));
            Shape child = selected.isTypename() || answered.isEmpty() ? null : shape.below(shape.slot(selected.key()));
            List<Selected> inside =
                    answered.stream().flatMap(one -> one.below().stream()).toList();
            below.add(
                    selected.isLeaf() || child == null || answered.isEmpty()
                            ? null
                            : new Projection(
                                    selected.typeName(), selected.below(), inside, child, contract, supergraph));
        }
    }

    /** What is fetched for a field the client asked for; nothing where it is denied. */
    private static List<Selected> answering(Selected asked, List<Selected> granted) {
        return granted.stream()
                .filter(one -> one.key().equals(asked.key())
                        && (asked.on().isEmpty() || one.on().meets(asked.on())))
                .toList();
    }

    /** The values of an enum the caller may see, null when all values that exist are among them. */
    private @Nullable Set<String> hiddenValues(String typeName) {
        if (!(contract.schema().getType(typeName) instanceof GraphQLEnumType list)) {
            return null;
        }
        return list.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] encodedKey(String key) {
        String text = new String(JsonStringEncoder.getInstance().quoteAsString(key));
        return (",\"" + text + "\":").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] quoted(String name) {
        return ("\"" + name + "\"").getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of a runtime type, -1 when it is not known. */
    Fields fieldsOf(int type) {
        if (type < 0) {
            Fields known = unknown;
            if (known == null) {
                known = unknownFields();
                unknown = known;
            }
            return known;
        }
        Fields known = byType[type];
        if (known == null) {
            known = knownFields(type);
            byType[type] = known;
        }
        return known;
    }

    private Fields unknownFields() {
        List<Field> fields = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (int index = 0; index < selections.size(); index++) {
            Selected selected = selections.get(index);
            if (selected.everywhere() && !seen.contains(selected.key())) {
                seen.add(selected.key());
                boolean denied = given.get(index).stream().noneMatch(Selected::everywhere);
                fields.add(field(index, denied));
            }
        }
        return new Fields(isAbstract ? null : staticName, !mayBeHidden, List.copyOf(fields));
    }

    private Fields knownFields(int type) {
        String name = supergraph.runtimeTypes().get(type);
        List<Field> fields = new ArrayList<>();
        for (int index = 0; index < selections.size(); index++) {
            Selected selected = selections.get(index);
            if (selected.on().has(type)) {
                boolean denied =
                        given.get(index).stream().noneMatch(one -> one.on().has(type));
                fields.add(field(index, denied));
            }
        }
        return new Fields(quoted(name), !contract.hidden().has(type), List.copyOf(fields));
    }

    /** A denied field has a slot that is never filled: the plan may have put the same field elsewhere for its own use. */
    private Field field(int index, boolean denied) {
        Selected selected = selections.get(index);
        int slot = selected.isTypename() ? -1 : denied ? NEVER : shape.slot(selected.key());
        return new Field(
                selected.key(), keys.get(index), slot, wrappings.get(index), below.get(index), shownValues.get(index));
    }
}
