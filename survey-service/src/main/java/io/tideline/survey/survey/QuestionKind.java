package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;

/** How a follow-up question is answered. */
@Description("How a follow-up question is answered.")
public enum QuestionKind {
    @Description("One of the options.")
    SINGLE,
    @Description("One or several of the options.")
    MULTI,
    @Description("Free text of at most 2000 characters.")
    TEXT,
    @Description("A box to tick; a required one has to be ticked.")
    CONSENT
}
