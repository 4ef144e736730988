package io.tideline.survey.contact;

import io.tideline.survey.survey.SurveyType;
import org.eclipse.microprofile.graphql.Description;

/** What a contact rule looks at. */
@Description("What a contact rule looks at.")
public enum ContactScope {
    @Description("Days from any survey shown to a person to the next of any.")
    ANY_SURVEY,
    @Description("Days from one net promoter survey shown to the next; other surveys do not move this clock.")
    NPS,
    @Description("Days from one satisfaction survey shown to the next.")
    CSAT,
    @Description("Days from one effort survey shown to the next.")
    CES,
    @Description("Days from a survey shown to the same again.")
    SURVEY,
    @Description("At most so many copies sent or shown to a person, of all surveys together, in so many days.")
    BUDGET;

    /** Whether it looks at surveys of a type; SURVEY does at those of any, though at one alone. */
    public boolean concerns(SurveyType type) {
        return switch (this) {
            case ANY_SURVEY, BUDGET, SURVEY -> true;
            case NPS, CSAT, CES -> name().equals(type.family());
        };
    }
}
