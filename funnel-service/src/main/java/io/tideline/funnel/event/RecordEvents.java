package io.tideline.funnel.event;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Stores a batch of events in one transaction and tells which of them were known. */
@ApplicationScoped
class RecordEvents {
    private final Database database;
    private final Moments moments;

    RecordEvents(Database database, Moments moments) {
        this.database = database;
        this.moments = moments;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<EventRow>> rows) {
        List<Moment> told = rows.stream().map(row -> row.value().moment(tenant)).toList();
        return database.write(tenant, transaction -> moments.append(transaction, tenant, told))
                .map(duplicates -> results(rows, duplicates));
    }

    private static List<RowResult> results(List<ReadRow<EventRow>> rows, Set<Integer> duplicates) {
        List<RowResult> results = new ArrayList<>(rows.size());
        for (int place = 0; place < rows.size(); place++) {
            results.add(rows.get(place).became(duplicates.contains(place) ? RowStatus.DUPLICATE : RowStatus.ACCEPTED));
        }
        return results;
    }
}
