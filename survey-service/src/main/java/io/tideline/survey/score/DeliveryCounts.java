package io.tideline.survey.score;

import java.util.Set;
import java.util.TreeSet;

/**
 * Copies of surveys and how many of them came back answered.
 *
 * @param sent copies sent; sentAnswered: those of them that were answered, and so on
 * @param hidden kinds that must not be shown, since so few of their copies were answered
 */
public record DeliveryCounts(
        long sent,
        long sentAnswered,
        long shown,
        long shownAnswered,
        long started,
        long startedAnswered,
        Set<String> hidden) {
    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);

    public DeliveryCounts {
        hidden = Set.copyOf(hidden);
    }

    public DeliveryCounts(
            long sent, long sentAnswered, long shown, long shownAnswered, long started, long startedAnswered) {
        this(sent, sentAnswered, shown, shownAnswered, started, startedAnswered, Set.of());
    }

    /** What is left where this kind must not be shown. */
    DeliveryCounts without(String kind) {
        Set<String> unseen = new TreeSet<>(hidden);
        unseen.add(kind);
        DeliveryCounts left = with(kind, 0, 0);
        return new DeliveryCounts(
                left.sent,
                left.sentAnswered,
                left.shown,
                left.shownAnswered,
                left.started,
                left.startedAnswered,
                unseen);
    }

    /** Copies of this kind that came back answered. */
    long answered(String kind) {
        return switch (kind) {
            case "SENT" -> sentAnswered;
            case "SHOWN" -> shownAnswered;
            case "STARTED" -> startedAnswered;
            default -> 0;
        };
    }

    DeliveryCounts with(String kind, long copies, long answered) {
        return switch (kind) {
            case "SENT" -> new DeliveryCounts(copies, answered, shown, shownAnswered, started, startedAnswered);
            case "SHOWN" -> new DeliveryCounts(sent, sentAnswered, copies, answered, started, startedAnswered);
            case "STARTED" -> new DeliveryCounts(sent, sentAnswered, shown, shownAnswered, copies, answered);
            default -> this;
        };
    }
}
