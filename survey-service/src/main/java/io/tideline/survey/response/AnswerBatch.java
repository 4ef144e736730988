package io.tideline.survey.response;

import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of one batch: rows that are parts of one answer are put together first, so that each answer is stored once. */
final class AnswerBatch {
    private final Map<GivenAnswer.Id, Gathered> byId = new LinkedHashMap<>();
    private final List<RowResult> refused = new ArrayList<>();

    /** @param followers rows that are later parts, with what they did to the answer */
    private record Gathered(int row, GivenAnswer answer, List<RowResult> followers) {}

    void add(ReadRow<GivenAnswer> row) {
        GivenAnswer given = row.value();
        Gathered known = byId.get(given.id());
        if (known == null) {
            byId.put(given.id(), new Gathered(row.row(), given, new ArrayList<>()));
            return;
        }
        Optional<GivenAnswer> both = known.answer().with(given);
        if (both.isEmpty()) {
            refused.add(differs(given.key()).at(row.row()));
            return;
        }
        boolean adds = !both.get().equals(known.answer());
        known.followers().add(row.became(adds ? RowStatus.UPDATED : RowStatus.DUPLICATE));
        byId.put(given.id(), new Gathered(known.row(), both.get(), known.followers()));
    }

    void refuse(RowResult result) {
        refused.add(result);
    }

    /** Each answer once, in the order of its first row. */
    List<GivenAnswer> answers() {
        return byId.values().stream().map(Gathered::answer).toList();
    }

    /** @param stored what became of {@link #answers()}, in the same order; empty where another answer stands under the key */
    List<RowResult> results(List<Optional<RowStatus>> stored) {
        List<RowResult> results = new ArrayList<>(refused);
        int place = 0;
        for (Gathered gathered : byId.values()) {
            results.addAll(results(gathered, stored.get(place)));
            place++;
        }
        return results;
    }

    private static List<RowResult> results(Gathered gathered, Optional<RowStatus> stored) {
        List<RowResult> results = new ArrayList<>();
        if (stored.isEmpty()) {
            RowRejection rejection = differs(gathered.answer().key());
            results.add(rejection.at(gathered.row()));
            gathered.followers().forEach(follower -> results.add(rejection.at(follower.row())));
            return results;
        }
        results.add(RowResult.of(gathered.row(), stored.get()));
        boolean nothingNew = stored.get() == RowStatus.DUPLICATE;
        gathered.followers()
                .forEach(follower ->
                        results.add(nothingNew ? RowResult.of(follower.row(), RowStatus.DUPLICATE) : follower));
        return results;
    }

    private static RowRejection differs(String key) {
        return new RowRejection("ANSWER_DIFFERS", "response", key, "Another answer was given under this id.");
    }
}
