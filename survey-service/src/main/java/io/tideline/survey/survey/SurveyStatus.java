package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a survey takes answers.")
public enum SurveyStatus {
    @Description("Takes answers.")
    OPEN,
    @Description("Takes no new answers; those given stay.")
    CLOSED
}
