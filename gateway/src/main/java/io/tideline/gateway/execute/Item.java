package io.tideline.gateway.execute;

import io.tideline.gateway.plan.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One merged object. A value is null when nobody brought it, {@link #NULL} for a JSON null, a {@link Raw} for a leaf, an
 * item, or a list of these.
 */
public final class Item {
    /** A JSON null that a subgraph answered. */
    public static final Object NULL = new Object();

    /** The number of the runtime type, -1 while it is not known. */
    private int type;

    private @Nullable Object[] values;

    Item(Shape shape, int type) {
        this.type = type;
        this.values = new @Nullable Object[shape.size()];
    }

    public int type() {
        return type;
    }

    void become(int known) {
        type = known;
    }

    public @Nullable Object get(int slot) {
        return slot < values.length ? values[slot] : null;
    }

    void set(int slot, Object value) {
        if (slot >= values.length) {
            values = Arrays.copyOf(values, slot + 1);
        }
        values[slot] = value;
    }

    /** What it is and has now; what happens to the objects below it is not part of that. */
    State state() {
        return new State(this, type, values.clone());
    }

    /** An object as it was once. */
    static final class State {
        private final Item item;
        private final int type;
        private final @Nullable Object[] values;

        private State(Item item, int type, @Nullable Object[] values) {
            this.item = item;
            this.type = type;
            this.values = values;
        }

        void restore() {
            item.type = type;
            item.values = values;
        }
    }

    /** Merges a value that another object with the same identity has. */
    void merge(int slot, Object value) {
        Object mine = get(slot);
        if (mine == null || mine == NULL) {
            set(slot, value);
        } else if (mine instanceof Item item && value instanceof Item other && item != other) {
            item.mergeAll(other);
        } else if (mine instanceof List<?> list && value instanceof List<?> other) {
            mergeLists(list, other);
        }
    }

    private void mergeAll(Item other) {
        type = type < 0 ? other.type : type;
        for (int slot = 0; slot < other.values.length; slot++) {
            Object value = other.values[slot];
            if (value != null) {
                merge(slot, value);
            }
        }
    }

    private static void mergeLists(List<?> mine, List<?> other) {
        for (int index = 0; index < Math.min(mine.size(), other.size()); index++) {
            Object one = mine.get(index);
            Object two = other.get(index);
            if (one instanceof Item item && two instanceof Item second && item != second) {
                item.mergeAll(second);
            } else if (one instanceof List<?> list && two instanceof List<?> second) {
                mergeLists(list, second);
            }
        }
    }
}
