package io.tideline.gateway.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the merged objects at one response path: one slot a response key the client asked for, and one a field
 * that only the plan needs. A field keeps one slot whoever asks for it; one that the client did not ask for gets a key
 * that no client key can meet.
 */
public final class Shape {
    private final @Nullable Shape parent;
    private final String key;
    private final List<String> keys = new ArrayList<>();
    private final List<@Nullable Shape> below = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final Map<String, String> keyOfField = new HashMap<>();
    private final BitSet internal = new BitSet();

    Shape(@Nullable Shape parent, String key) {
        this.parent = parent;
        this.key = key;
    }

    public @Nullable Shape parent() {
        return parent;
    }

    /** The response key under which objects of this shape hang, empty at the root. */
    public String key() {
        return key;
    }

    /** The number of slots. */
    public int size() {
        return keys.size();
    }

    public String keyAt(int slot) {
        return keys.get(slot);
    }

    /** The slot of a response key, -1 when there is none. */
    public int slot(String responseKey) {
        Integer slot = slots.get(responseKey);
        return slot == null ? -1 : slot;
    }

    public @Nullable Shape below(int slot) {
        return below.get(slot);
    }

    /** Whether only the plan needs this slot, so that clients must not learn of it. */
    public boolean isInternal(int slot) {
        return internal.get(slot);
    }

    /** The response keys from the root, joined with dots. */
    public String path() {
        if (parent == null) {
            return "";
        }
        String above = parent.path();
        return above.isEmpty() ? key : above + "." + key;
    }

    void claim(String responseKey, String field) {
        if (!slots.containsKey(responseKey)) {
            slots.put(responseKey, keys.size());
            keys.add(responseKey);
            below.add(null);
        }
        keyOfField.putIfAbsent(field, responseKey);
    }

    /** The response key of a field, given as name and argument text; makes one that collides with no other. */
    String keyOf(String name, String argumentText) {
        String field = name + "(" + argumentText + ")";
        String known = keyOfField.get(field);
        if (known != null) {
            return known;
        }
        String free = slots.containsKey(name) ? "_" + keys.size() + "_" + name : name;
        while (slots.containsKey(free)) {
            free = "_" + free;
        }
        claim(free, field);
        internal.set(slot(free));
        return free;
    }

    Shape child(String responseKey) {
        int slot = slots.getOrDefault(responseKey, -1);
        Shape child = below.get(slot);
        if (child == null) {
            child = new Shape(this, responseKey);
            below.set(slot, child);
        }
        return child;
    }
}
