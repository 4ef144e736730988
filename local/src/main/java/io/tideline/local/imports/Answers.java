package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what a door answered to a batch: counts it and keeps the rows it refused. */
final class Answers {
    private final Mapping mapping;
    private final Tally tally;
    private final RejectedRows rejected;

    Answers(Mapping mapping, Tally tally, RejectedRows rejected) {
        this.mapping = mapping;
        this.tally = tally;
        this.rejected = rejected;
    }

    void take(Batch batch, JsonNode answer) {
        for (JsonNode row : answer.path("rows")) {
            if (row.path("status").asText().equals("REJECTED")) {
                rejected.add(batch.row(row.path("row").asInt()), fault(row));
            }
        }
        tally.answered(
                answer.path("accepted").asLong(),
                answer.path("duplicates").asLong(),
                answer.path("rejected").asLong());
    }

    private BadValue fault(JsonNode row) {
        String field = row.path("field").asText("");
        String reason = row.path("message").asText(row.path("code").asText());
        return new BadValue(
                field.isEmpty() ? "" : mapping.columnOf(field),
                row.hasNonNull("value") ? row.get("value").asText() : null,
                reason);
    }
}
