package io.tideline.survey.sentiment;

/** @param confidence probability of the feeling, 0 to 1, as it held for texts that were kept out of training */
public record Judgement(Feeling feeling, double confidence) {}
