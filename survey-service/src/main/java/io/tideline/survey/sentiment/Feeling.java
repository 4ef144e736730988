package io.tideline.survey.sentiment;

/** What a text says of its subject, from bad to good. */
public enum Feeling {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
