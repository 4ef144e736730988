package io.tideline.survey.door;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** As many as were asked for last, 10,000 at most. */
public final class Latest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;
    private static final float LOAD = 0.75f;

    private Latest() {
        super(MOST / 10, LOAD, true);
    }

    /** For several threads. */
    public static <V> Map<String, V> shared() {
        return Collections.synchronizedMap(new Latest<>());
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
