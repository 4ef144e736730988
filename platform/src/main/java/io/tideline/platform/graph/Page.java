package io.tideline.platform.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A page cut from rows that were read with one more than asked for.
 *
 * @param rows in the list's own order, whichever way the page was asked for
 */
public record Page<T>(List<T> rows, List<String> cursors, PageInfo info) {
    public Page {
        rows = List.copyOf(rows);
        cursors = List.copyOf(cursors);
    }

    /** @param read up to {@code request.size() + 1} rows, read in the asked direction; the surplus row only tells that more follow */
    public static <T> Page<T> of(List<T> read, PageRequest request, Function<T, String> cursorOf) {
        boolean more = read.size() > request.size();
        List<T> rows = new ArrayList<>(more ? read.subList(0, request.size()) : read);
        if (request.backward()) {
            Collections.reverse(rows);
        }
        List<String> cursors = rows.stream().map(cursorOf).toList();
        boolean camefrom = request.cursor() != null;
        PageInfo info = new PageInfo(
                request.backward() ? camefrom : more,
                request.backward() ? more : camefrom,
                cursors.isEmpty() ? null : cursors.get(0),
                cursors.isEmpty() ? null : cursors.get(cursors.size() - 1));
        return new Page<>(rows, cursors, info);
    }
}
