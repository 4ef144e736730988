package io.tideline.survey.survey;

/** What one version of a survey asks: two questions that differ in anything are two versions. */
public record Question(SurveyType type, String title, String text, String language, SurveyDesign design) {}
