package io.tideline.survey.score;

/**
 * Copies of surveys and how many of them came back answered.
 *
 * @param sent copies sent; sentAnswered: those of them that were answered, and so on
 */
public record DeliveryCounts(
        long sent, long sentAnswered, long shown, long shownAnswered, long started, long startedAnswered) {
    public static final DeliveryCounts NONE = new DeliveryCounts(0, 0, 0, 0, 0, 0);

    DeliveryCounts with(String kind, long copies, long answered) {
        return switch (kind) {
            case "SENT" -> new DeliveryCounts(copies, answered, shown, shownAnswered, started, startedAnswered);
            case "SHOWN" -> new DeliveryCounts(sent, sentAnswered, copies, answered, started, startedAnswered);
            case "STARTED" -> new DeliveryCounts(sent, sentAnswered, shown, shownAnswered, copies, answered);
            default -> this;
        };
    }
}
