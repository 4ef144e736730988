package io.tideline.gateway.execute;

import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.Representation;
import io.tideline.gateway.plan.Shape;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects one part of a call is about, and their representations: each distinct one is sent once, objects whose key
 * is null or missing are left out, and so are those of a type the caller may not see.
 */
final class Targets {
    private final EntityPart part;
    private final TypeSet hidden;
    private final String[] typeNames;
    private final Bytes out;
    private final Map<Text, Integer> known = new HashMap<>();
    /** The objects of each representation; all of them get what it brings. */
    private final List<List<Item>> items = new ArrayList<>();

    /** A slice compared by its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // equality is written out below
    private record Text(byte[] bytes, int from, int to) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && Arrays.equals(bytes, from, to, text.bytes, text.from, text.to);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int index = from; index < to; index++) {
                hash = 31 * hash + bytes[index];
            }
            return hash;
        }
    }

    Targets(EntityPart part, TypeSet hidden, String[] typeNames, Bytes out) {
        this.part = part;
        this.hidden = hidden;
        this.typeNames = typeNames;
        this.out = out;
    }

    List<List<Item>> items() {
        return items;
    }

    /** Writes the list of representations. */
    void write(Item root) {
        out.write('[');
        walk(root, path(part.shape()), 0);
        out.write(']');
    }

    /** The slots from the root to a shape. */
    static int[] path(Shape shape) {
        Deque<Integer> slots = new ArrayDeque<>();
        Shape at = shape;
        for (Shape parent = at.parent(); parent != null; parent = at.parent()) {
            slots.addFirst(parent.slot(at.key()));
            at = parent;
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private void walk(@Nullable Object value, int[] path, int depth) {
        if (value instanceof Item item) {
            if (depth == path.length) {
                represent(item);
            } else {
                walk(item.get(path[depth]), path, depth + 1);
            }
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                walk(list.get(index), path, depth);
            }
        }
    }

    private void represent(Item item) {
        if (item.type() >= 0 && hidden.has(item.type())) {
            return;
        }
        Representation form = part.representations().get(item.type());
        if (form == null) {
            form = part.representations().get(-1);
        }
        if (form == null) {
            return;
        }
        int start = out.size();
        if (!items.isEmpty()) {
            out.write(',');
        }
        int from = out.size();
        out.write("{\"__typename\":\"" + form.typeName() + "\"");
        if (!writeMembers(form.members(), item)) {
            out.cutTo(start);
            return;
        }
        out.write('}');
        keep(item, start, from);
    }

    private void keep(Item item, int start, int from) {
        Integer same = known.get(new Text(out.array(), from, out.size()));
        if (same != null) {
            out.cutTo(start);
            items.get(same).add(item);
            return;
        }
        byte[] copy = Arrays.copyOfRange(out.array(), from, out.size());
        known.put(new Text(copy, 0, copy.length), items.size());
        List<Item> first = new ArrayList<>(1);
        first.add(item);
        items.add(first);
    }

    private boolean writeMembers(List<Representation.Member> members, Item item) {
        for (Representation.Member member : members) {
            if (member.on() != null && !(item.type() >= 0 && member.on().has(item.type()))) {
                continue;
            }
            Object value = item.get(member.slot());
            if (value == null || (value == Item.NULL && member.key())) {
                return false;
            }
            out.write(",\"" + member.name() + "\":");
            if (!writeValue(member, value)) {
                return false;
            }
        }
        return true;
    }

    private boolean writeValue(Representation.Member member, Object value) {
        if (value instanceof Raw raw) {
            out.write(raw);
        } else if (value instanceof Item item) {
            return writeObject(member, item);
        } else if (value instanceof List<?> list) {
            out.write('[');
            for (int index = 0; index < list.size(); index++) {
                if (index > 0) {
                    out.write(',');
                }
                if (!writeValue(member, list.get(index))) {
                    return false;
                }
            }
            out.write(']');
        } else {
            out.writeNull();
        }
        return true;
    }

    private boolean writeObject(Representation.Member member, Item item) {
        boolean named = member.naming() && item.type() >= 0;
        out.write(named ? "{\"__typename\":\"" + typeNames[item.type()] + "\"" : "{");
        int start = out.size();
        if (!writeMembers(member.below(), item)) {
            return false;
        }
        if (!named && out.size() > start) {
            dropComma(start);
        }
        out.write('}');
        return true;
    }

    /** Members begin with a comma; the first one of an object that does not say its type must not. */
    private void dropComma(int at) {
        byte[] bytes = out.array();
        System.arraycopy(bytes, at + 1, bytes, at, out.size() - at - 1);
        out.cutTo(out.size() - 1);
    }

    /** Finds the response path of an object, list positions included; empty when it is not there. */
    static List<Object> find(Item root, Shape shape, Item wanted) {
        List<Object> path = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        Shape at = shape;
        for (Shape parent = at.parent(); parent != null; parent = at.parent()) {
            keys.add(0, at.key());
            at = parent;
        }
        return find(root, path(shape), keys, 0, wanted, path) ? path : new ArrayList<>(keys);
    }

    private static boolean find(
            @Nullable Object value, int[] slots, List<String> keys, int depth, Item wanted, List<Object> path) {
        if (value instanceof Item item) {
            if (depth == slots.length) {
                return item == wanted;
            }
            path.add(keys.get(depth));
            if (find(item.get(slots[depth]), slots, keys, depth + 1, wanted, path)) {
                return true;
            }
            path.remove(path.size() - 1);
        } else if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                path.add(index);
                if (find(list.get(index), slots, keys, depth, wanted, path)) {
                    return true;
                }
                path.remove(path.size() - 1);
            }
        }
        return false;
    }
}
