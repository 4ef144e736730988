package io.tideline.customer.label;

import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of rows that describe named things: the first row of a thing counts, further ones of the same batch were folded into it. */
public final class LabelOutcome {
    private LabelOutcome() {}

    public static <T> List<RowResult> of(List<ReadRow<T>> rows, Function<T, String> externalIdOf, List<Label> changed) {
        Map<String, Boolean> isNew = new HashMap<>();
        changed.forEach(label -> isNew.put(label.externalId(), label.isNew()));
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .map(row -> row.became(
                        status(isNew.get(externalIdOf.apply(row.value())), seen.add(externalIdOf.apply(row.value())))))
                .toList();
    }

    private static RowStatus status(@Nullable Boolean isNew, boolean isFirst) {
        if (isNew == null) {
            return RowStatus.DUPLICATE;
        }
        return isNew && isFirst ? RowStatus.ACCEPTED : RowStatus.UPDATED;
    }
}
