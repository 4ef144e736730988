package io.tideline.platform.graph;

import io.tideline.platform.error.AppException;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for, as Relay's connection arguments say it.
 *
 * @param size rows asked for, 1..100
 * @param backward whether {@code last}/{@code before} were given instead of {@code first}/{@code after}
 * @param cursor where to go on from, or null for the list's end
 */
public record PageRequest(int size, boolean backward, @Nullable String cursor) {
    public static final int MAX = 100;
    public static final int USUAL = 20;

    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        if (last != null || before != null) {
            if (after != null) {
                throw AppException.badInput("after", "Ask with first and after, or with last and before.");
            }
            return new PageRequest(checked("last", last == null ? USUAL : last), true, before);
        }
        return new PageRequest(checked("first", first == null ? USUAL : first), false, after);
    }

    public static PageRequest of(@Nullable Integer first, @Nullable String after) {
        return of(first, after, null, null);
    }

    private static int checked(String argument, int size) {
        if (size < 1 || size > MAX) {
            throw AppException.badInput(argument, argument + " must be between 1 and " + MAX + ".");
        }
        return size;
    }
}
