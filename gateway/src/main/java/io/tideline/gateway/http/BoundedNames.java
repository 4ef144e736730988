package io.tideline.gateway.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that clients give themselves and their operations, as tags: after so many different ones the rest share one. */
final class BoundedNames {
    static final String NONE = "none";
    static final String OTHER = "other";

    private static final Pattern PLAIN = Pattern.compile("[\\w .@/:-]{1,64}");

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    BoundedNames(int most) {
        this.most = most;
    }

    String of(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return NONE;
        }
        if (known.contains(name)) {
            return name;
        }
        if (known.size() >= most || !PLAIN.matcher(name).matches()) {
            return OTHER;
        }
        known.add(name);
        return name;
    }
}
