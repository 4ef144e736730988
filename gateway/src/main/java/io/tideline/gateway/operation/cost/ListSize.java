package io.tideline.gateway.operation.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many items a field brings.
 *
 * @param assumed items where no argument says how many; null where the schema does not say
 * @param slicing arguments that say how many, an input object's member after a dot; the largest given counts
 * @param sized the fields below that are the list, empty where the field itself is
 * @param one whether exactly one slicing argument must be given
 */
record ListSize(@Nullable Integer assumed, List<String> slicing, List<String> sized, boolean one) {
    static final ListSize UNSAID = new ListSize(null, List.of(), List.of(), false);

    ListSize {
        slicing = List.copyOf(slicing);
        sized = List.copyOf(sized);
    }
}
