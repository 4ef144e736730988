package io.tideline.customer.tag;

import io.tideline.platform.graph.UserError;
import io.tideline.platform.ingest.IngestRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a person's wish does to the intervals of a tag. A customer that absorbed others carries their intervals too, each kept under its own customer.
 *
 * @param intervals what to store, by the customer it is kept under
 */
record TagChange(Map<UUID, TagInterval> intervals, List<UserError> errors) {
    TagChange {
        intervals = new LinkedHashMap<>(intervals);
        errors = List.copyOf(errors);
    }

    static TagChange add(UUID customer, Map<UUID, List<TagInterval>> known, AddTagInput input) {
        String tag = input.tag().strip();
        if (tag.isEmpty() || !tag.equals(input.tag()) || tag.length() > IngestRow.MAX_KEY || tag.indexOf(0) >= 0) {
            return refused(
                    "INVALID",
                    "input.tag",
                    "A tag has 1 to " + IngestRow.MAX_KEY + " characters and no space around them.");
        }
        TagInterval said = new TagInterval(tag, TagRow.stored(input.from()), TagRow.storedOrNull(input.until()));
        Instant until = said.until();
        if (until != null && !until.isAfter(said.from())) {
            return refused("INVALID", "input.until", "The tag must end after it begins.");
        }
        List<TagInterval> all = new ArrayList<>();
        known.values().forEach(all::addAll);
        return switch (TagRules.judge(all, said)) {
            case DUPLICATE -> new TagChange(Map.of(), List.of());
            case OVERLAP -> refused("OVERLAP", "input.from", "The customer carries this tag at that time already.");
            case ACCEPTED, UPDATED -> new TagChange(Map.of(carrier(customer, known, said), said), List.of());
        };
    }

    static TagChange remove(Map<UUID, List<TagInterval>> known, RemoveTagInput input) {
        Instant until = TagRow.stored(input.until());
        Map<UUID, TagInterval> ended = new LinkedHashMap<>();
        for (Map.Entry<UUID, List<TagInterval>> carrier : known.entrySet()) {
            TagInterval open = TagRules.open(carrier.getValue());
            if (open != null && !until.isAfter(open.from())) {
                return refused("INVALID", "input.until", "The tag must end after it begins.");
            }
            if (open != null) {
                ended.put(carrier.getKey(), new TagInterval(open.tag(), open.from(), until));
            }
        }
        return ended.isEmpty()
                ? refused("NOT_CARRIED", "input.tag", "The customer does not carry this tag.")
                : new TagChange(ended, List.of());
    }

    private static UUID carrier(UUID customer, Map<UUID, List<TagInterval>> known, TagInterval said) {
        return known.entrySet().stream()
                .filter(other -> other.getValue().stream()
                        .anyMatch(interval -> interval.from().equals(said.from())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(customer);
    }

    private static TagChange refused(String code, String field, String message) {
        return new TagChange(Map.of(), List.of(new UserError(code, field, message)));
    }
}
