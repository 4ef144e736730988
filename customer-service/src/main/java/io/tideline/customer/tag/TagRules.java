package io.tideline.customer.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How intervals of one tag of one customer live together: none overlaps another.
 * <pre>
 * same entering, no end said             DUPLICATE   its opening is known, whatever became of it
 * same entering, same end                DUPLICATE
 * same entering, another end             UPDATED     closes an open interval or corrects a closed one
 * another entering, free of the others   ACCEPTED
 * would share an instant with another    OVERLAP
 * </pre>
 * An interval that begins at the instant at which another ends does not overlap it.
 */
final class TagRules {
    private TagRules() {}

    enum Outcome {
        ACCEPTED,
        UPDATED,
        DUPLICATE,
        OVERLAP
    }

    static Outcome judge(List<TagInterval> known, TagInterval said) {
        TagInterval same = find(known, said.from());
        if (same != null && (said.until() == null || said.until().equals(same.until()))) {
            return Outcome.DUPLICATE;
        }
        boolean isFree = known.stream().filter(other -> !other.equals(same)).noneMatch(said::overlaps);
        if (!isFree) {
            return Outcome.OVERLAP;
        }
        return same == null ? Outcome.ACCEPTED : Outcome.UPDATED;
    }

    /** The intervals after {@code said} was taken. */
    static List<TagInterval> with(List<TagInterval> known, TagInterval said) {
        List<TagInterval> next = new ArrayList<>(known);
        next.removeIf(other -> other.from().equals(said.from()));
        next.add(said);
        return next;
    }

    /** The interval that has not ended, or null. */
    static @Nullable TagInterval open(List<TagInterval> known) {
        return known.stream()
                .filter(interval -> interval.until() == null)
                .findFirst()
                .orElse(null);
    }

    /** Intervals of several customers that were found to be one: those of a tag that overlap become one. */
    static List<TagInterval> union(List<TagInterval> intervals) {
        List<TagInterval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparing(TagInterval::from).thenComparing(TagInterval::tag));
        Map<String, TagInterval> running = new LinkedHashMap<>();
        List<TagInterval> united = new ArrayList<>();
        for (TagInterval next : sorted) {
            TagInterval last = running.get(next.tag());
            if (last != null && last.overlaps(next)) {
                running.put(next.tag(), new TagInterval(next.tag(), last.from(), later(last.until(), next.until())));
                united.set(united.indexOf(last), running.get(next.tag()));
            } else {
                running.put(next.tag(), next);
                united.add(next);
            }
        }
        return List.copyOf(united);
    }

    private static @Nullable TagInterval find(List<TagInterval> known, Instant from) {
        return known.stream()
                .filter(interval -> interval.from().equals(from))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
