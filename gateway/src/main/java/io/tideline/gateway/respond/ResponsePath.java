package io.tideline.gateway.respond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in the answer the writer is: response keys and list positions, kept without making an object for each. */
final class ResponsePath {
    private static final int USUAL_DEPTH = 32;

    /** Null where the step is a list position. */
    private @Nullable String[] keys = new @Nullable String[USUAL_DEPTH];

    private int[] positions = new int[USUAL_DEPTH];
    private int depth;

    void enter(String key) {
        room();
        keys[depth++] = key;
    }

    void enter(int position) {
        room();
        keys[depth] = null;
        positions[depth++] = position;
    }

    void leave() {
        depth--;
    }

    List<Object> toList() {
        List<Object> steps = new ArrayList<>(depth);
        for (int step = 0; step < depth; step++) {
            String key = keys[step];
            steps.add(key == null ? (Object) positions[step] : key);
        }
        return steps;
    }

    private void room() {
        if (depth == keys.length) {
            keys = Arrays.copyOf(keys, 2 * depth);
            positions = Arrays.copyOf(positions, 2 * depth);
        }
    }
}
