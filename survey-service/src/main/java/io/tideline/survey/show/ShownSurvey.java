package io.tideline.survey.show;

import io.tideline.survey.survey.Question;

/** @param refused whether it is not for pages of the origin that asked */
record ShownSurvey(int version, Question asked, boolean refused) {}
