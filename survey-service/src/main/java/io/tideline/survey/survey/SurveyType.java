package io.tideline.survey.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a survey asks: a metric on one scale, with one wording and so one direction. Answers of two types are never pooled. A type may also be named
 * by a metric variant that reads it.
 */
public enum SurveyType {
    NPS_0_10(
            "nps.0_10",
            0,
            10,
            true,
            "nps.0_10",
            "How likely are you to recommend us to a friend or colleague?",
            List.of()),
    NPS_1_10(
            "nps.1_10",
            1,
            10,
            true,
            "nps.1_10",
            "How likely are you to recommend us to a friend or colleague?",
            List.of()),
    CSAT_3("csat.3", 1, 3, true, "csat.top_box", "How satisfied are you?", List.of()),
    CSAT_5("csat.5", 1, 5, true, "csat.top2_of_5", "How satisfied are you?", List.of("csat", "csat.top2_of_5")),
    CSAT_7("csat.7", 1, 7, true, "csat.top_box", "How satisfied are you?", List.of()),
    CSAT_10("csat.10", 1, 10, true, "csat.top_box", "How satisfied are you?", List.of()),
    CES_AGREE_7(
            "ces2.agree7",
            1,
            7,
            true,
            "ces2.agree7.pct_positive",
            "Do you agree: it was made easy for me to have my matter handled?",
            List.of("ces2.agree7.pct_positive", "ces2.mean")),
    CES_EFFORT_7(
            "ces.effort7",
            1,
            7,
            false,
            "ces.effort7.mean",
            "How much effort did you have to make to get your matter handled?",
            List.of("ces.effort7.mean", "ces.effort7.pct_low")),
    CES_EFFORT_10(
            "ces.effort10",
            1,
            10,
            false,
            "ces.effort10.mean",
            "How much effort did you have to make to get your matter handled?",
            List.of("ces.effort10.mean"));

    private final String text;
    private final int lowest;
    private final int highest;
    private final boolean higherIsBetter;
    private final String metricVariant;
    private final String usualQuestion;
    private final List<String> otherNames;

    SurveyType(
            String text,
            int lowest,
            int highest,
            boolean higherIsBetter,
            String metricVariant,
            String usualQuestion,
            List<String> otherNames) {
        this.text = text;
        this.lowest = lowest;
        this.highest = highest;
        this.higherIsBetter = higherIsBetter;
        this.metricVariant = metricVariant;
        this.usualQuestion = usualQuestion;
        this.otherNames = otherNames;
    }

    public static Optional<SurveyType> of(String text) {
        return Arrays.stream(values())
                .filter(type -> type.text.equals(text) || type.otherNames.contains(text))
                .findFirst();
    }

    /** The known names, for a refusal that helps. */
    public static String names() {
        return Arrays.stream(values()).map(SurveyType::text).collect(Collectors.joining(", "));
    }

    public String text() {
        return text;
    }

    /** NPS, CSAT or CES. */
    public String family() {
        return text.startsWith("ces")
                ? "CES"
                : text.substring(0, text.indexOf('.')).toUpperCase(Locale.ROOT);
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** Steps of the scale. */
    public int steps() {
        return highest - lowest + 1;
    }

    public boolean holds(int score) {
        return score >= lowest && score <= highest;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** The metric variant that answers of this type are read by unless another is asked for. */
    public String metricVariant() {
        return metricVariant;
    }

    /** The English wording of a survey that is made without one. */
    public String usualQuestion() {
        return usualQuestion;
    }
}
