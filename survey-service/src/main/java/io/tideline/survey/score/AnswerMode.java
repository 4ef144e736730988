package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;

@Description("Which answers of a customer count. Answers without a customer stand for themselves either way.")
public enum AnswerMode {
    @Description("A customer's state: the latest answer in the period, per type of survey.")
    LATEST_PER_CUSTOMER,
    @Description("Every answer in the period.")
    ALL_RESPONSES
}
