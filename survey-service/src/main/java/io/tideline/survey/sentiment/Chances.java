package io.tideline.survey.sentiment;

/** Probabilities of what a text may feel; neutral is 0 where only two sides are known. */
public record Chances(double negative, double neutral, double positive) {
    public double of(Feeling feeling) {
        return switch (feeling) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }

    /** The likelier of the two sides. */
    public Feeling side() {
        return negative > positive ? Feeling.NEGATIVE : Feeling.POSITIVE;
    }

    /** The likeliest of all three. */
    public Feeling likeliest() {
        return neutral > Math.max(negative, positive) ? Feeling.NEUTRAL : side();
    }
}
