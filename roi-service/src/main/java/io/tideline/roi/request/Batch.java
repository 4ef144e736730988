package io.tideline.roi.request;

import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What became of the rows of a batch whose facts are stored once for their id. */
public final class Batch {
    private Batch() {}

    /** @param stored ids that were new; the first row of such an id is the one that was taken */
    public static <T> List<RowResult> results(List<ReadRow<T>> rows, Function<T, UUID> id, Set<UUID> stored) {
        Set<UUID> left = new HashSet<>(stored);
        List<RowResult> results = new ArrayList<>(rows.size());
        for (ReadRow<T> row : rows) {
            boolean taken = left.remove(id.apply(row.value()));
            results.add(row.became(taken ? RowStatus.ACCEPTED : RowStatus.DUPLICATE));
        }
        return results;
    }

    public static Outcome outcome(List<RowResult> results) {
        int accepted = (int) results.stream()
                .filter(row -> row.status() == RowStatus.ACCEPTED || row.status() == RowStatus.UPDATED)
                .count();
        return new Outcome(accepted, results.size() - accepted, false);
    }
}
