package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.TextFeatures;

/** A labelled text as its places, which are made once. */
final class Example {
    private final int[] places;
    private final Feeling feeling;
    private final boolean sided;

    Example(LabelledText text) {
        this.places = TextFeatures.of(text.text(), text.language());
        this.feeling = text.feeling();
        this.sided = text.sided();
    }

    int[] places() {
        return places;
    }

    Feeling feeling() {
        return feeling;
    }

    /** Whether it is only known to be of this side rather than of the other. */
    boolean sided() {
        return sided;
    }
}
