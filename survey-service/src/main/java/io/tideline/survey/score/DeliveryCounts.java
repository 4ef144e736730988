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

    /** What is left where these must not be shown. */
    DeliveryCounts without(boolean ofSent, boolean ofShown, boolean ofStarted) {
        Set<String> unseen = new TreeSet<>();
        if (ofSent) {
            unseen.add("SENT");
        }
        if (ofShown) {
            unseen.add("SHOWN");
        }
        if (ofStarted) {
            unseen.add("STARTED");
        }
        return new DeliveryCounts(
                ofSent ? 0 : sent,
                ofSent ? 0 : sentAnswered,
                ofShown ? 0 : shown,
                ofShown ? 0 : shownAnswered,
                ofStarted ? 0 : started,
                ofStarted ? 0 : startedAnswered,
                unseen);
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
