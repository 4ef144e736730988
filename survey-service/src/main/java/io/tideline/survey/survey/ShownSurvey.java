package io.tideline.survey.survey;

/** @param refused whether it is not for pages of the origin that asked */
record ShownSurvey(int version, Question asked, boolean refused) {}
