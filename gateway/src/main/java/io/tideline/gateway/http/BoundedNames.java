package io.tideline.gateway.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names that clients give themselves and their operations, as tags: after so many different ones the rest share one.
 * Callers without a name of their own use up none.
 */
final class BoundedNames {
    static final String NONE = "none";
    static final String OTHER = "other";

    private static final Pattern PLAIN = Pattern.compile("[\\w .@/:-]{1,64}");

    private final int most;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    BoundedNames(int most) {
        this.most = most;
    }

    /** The tag for a name; {@code known} callers make new ones. */
    String of(@Nullable String name, boolean known) {
        if (name == null || name.isBlank()) {
            return NONE;
        }
        if (names.contains(name)) {
            return name;
        }
        if (!known || names.size() >= most || !PLAIN.matcher(name).matches()) {
            return OTHER;
        }
        names.add(name);
        return name;
    }
}
