package io.tideline.survey.survey;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a batch of surveys. */
@ApplicationScoped
class TakeSurveys {
    private final Database database;
    private final PublishSurveys surveys;

    TakeSurveys(Database database, PublishSurveys surveys) {
        this.database = database;
        this.surveys = surveys;
    }

    /** Of several rows of one key the first counts; the others are duplicates where they say the same and rejected where they do not. */
    Uni<List<RowResult>> run(String tenant, List<ReadRow<WantedSurvey>> rows) {
        Map<String, WantedSurvey> wanted = new LinkedHashMap<>();
        rows.forEach(row -> wanted.putIfAbsent(row.value().key(), row.value()));
        return database.write(
                        tenant,
                        transaction -> surveys.run(transaction, tenant, wanted, PublishSurveys.TypeChange.REFUSED))
                .map(outcomes -> results(rows, wanted, outcomes));
    }

    private static List<RowResult> results(
            List<ReadRow<WantedSurvey>> rows,
            Map<String, WantedSurvey> wanted,
            Map<String, PublishSurveys.Outcome> outcomes) {
        Set<String> told = new HashSet<>();
        List<RowResult> results = new ArrayList<>();
        for (ReadRow<WantedSurvey> row : rows) {
            String key = row.value().key();
            boolean first = told.add(key);
            results.add(
                    first || row.value().equals(wanted.get(key))
                            ? result(row, first ? outcomes.get(key) : PublishSurveys.Outcome.SAME)
                            : new RowRejection("REPEATED", "key", key, "The batch holds another survey with this key.")
                                    .at(row.row()));
        }
        return results;
    }

    private static RowResult result(ReadRow<WantedSurvey> row, PublishSurveys.@Nullable Outcome outcome) {
        if (outcome == null) {
            throw new IllegalStateException("No outcome for row " + row.row());
        }
        return switch (outcome) {
            case MADE -> row.became(RowStatus.ACCEPTED);
            case CHANGED -> row.became(RowStatus.UPDATED);
            case SAME -> row.became(RowStatus.DUPLICATE);
            case TYPE_CONFLICT ->
                new RowRejection(
                                "TYPE_CONFLICT",
                                "type",
                                row.value().type().text(),
                                "The survey asks on another scale; scores of two scales are never pooled.")
                        .at(row.row());
        };
    }
}
