package io.tideline.platform.ingest;

import java.util.Comparator;
import java.util.List;

/**
 * What became of a batch. A row that was updated counts as accepted.
 *
 * @param rows each row's fate in the order sent; only the rejected ones where the caller asked for {@code rows=rejected}
 */
public record IngestAnswer(int accepted, int duplicates, int rejected, List<RowResult> rows) {
    public IngestAnswer {
        rows = List.copyOf(rows);
    }

    static IngestAnswer of(List<RowResult> all, boolean onlyRejected) {
        int rejected = count(all, RowStatus.REJECTED);
        int duplicates = count(all, RowStatus.DUPLICATE);
        List<RowResult> shown = all.stream()
                .filter(row -> !onlyRejected || row.status() == RowStatus.REJECTED)
                .sorted(Comparator.comparingInt(RowResult::row))
                .toList();
        return new IngestAnswer(all.size() - rejected - duplicates, duplicates, rejected, shown);
    }

    private static int count(List<RowResult> rows, RowStatus status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }
}
