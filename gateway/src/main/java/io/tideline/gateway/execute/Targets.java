package io.tideline.gateway.execute;

import io.tideline.gateway.plan.Shape;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects one part of a call is about, and their representations: each distinct one is sent once, objects whose key
 * is null or missing are left out, and so are those of a type the caller may not see.
 */
final class Targets {
    private final Forms forms;
    private final TypeSet hidden;
    private final String[] typeNames;
    private final Bytes out;
    private final Distinct known;
    /** The objects of each representation; all of them get what it brings. */
    private final List<List<Item>> items = new ArrayList<>();

    Targets(Forms forms, TypeSet hidden, String[] typeNames, Bytes out) {
        this.forms = forms;
        this.hidden = hidden;
        this.typeNames = typeNames;
        this.out = out;
        this.known = new Distinct(out);
    }

    List<List<Item>> items() {
        return items;
    }

    /** Writes the list of representations. */
    void write(Item root) {
        out.write('[');
        walk(root, forms.path, 0);
        out.write(']');
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
        Forms.Form form = forms.of(item.type());
        if (form == null) {
            return;
        }
        int start = out.size();
        if (!items.isEmpty()) {
            out.write(',');
        }
        int from = out.size();
        out.write(form.start);
        if (!writeMembers(form.members, item)) {
            out.cutTo(start);
            return;
        }
        out.write('}');
        keep(item, start, known.add(from));
    }

    private void keep(Item item, int start, int position) {
        if (position < items.size()) {
            out.cutTo(start);
            items.get(position).add(item);
            return;
        }
        List<Item> first = new ArrayList<>(1);
        first.add(item);
        items.add(first);
    }

    private boolean writeMembers(List<Forms.Member> members, Item item) {
        for (int index = 0; index < members.size(); index++) {
            Forms.Member member = members.get(index);
            if (!member.isOn(item.type())) {
                continue;
            }
            Object value = item.get(member.slot);
            if (value == null || (value == Item.NULL && member.key)) {
                return false;
            }
            out.write(member.name);
            if (!writeValue(member, value)) {
                return false;
            }
        }
        return true;
    }

    private boolean writeValue(Forms.Member member, Object value) {
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

    private boolean writeObject(Forms.Member member, Item item) {
        boolean named = member.naming && item.type() >= 0;
        out.write(named ? "{\"__typename\":\"" + typeNames[item.type()] + "\"" : "{");
        int start = out.size();
        if (!writeMembers(member.below, item)) {
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
        return find(root, Forms.path(shape), keys, 0, wanted, path) ? path : new ArrayList<>(keys);
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
