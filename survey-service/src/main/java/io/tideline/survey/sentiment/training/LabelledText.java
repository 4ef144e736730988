package io.tideline.survey.sentiment.training;

import io.tideline.survey.sentiment.Feeling;
import io.tideline.survey.sentiment.TextLanguage;

/**
 * @param set the file it came from
 * @param sided whether its set knows no neutral texts
 */
public record LabelledText(String id, String set, TextLanguage language, Feeling feeling, boolean sided, String text) {}
