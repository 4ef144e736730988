package io.tideline.survey.followup;

import org.eclipse.microprofile.graphql.Description;

@Description("Why somebody is to see to a customer.")
public enum FollowUpReason {
    @Description("A net promoter score of up to 6.")
    DETRACTOR,
    @Description("A score in the lowest two fifths of a satisfaction scale, or on the bad side of an effort scale.")
    LOW_SCORE,
    @Description("A comment, or a text to a question, that blames, beside a score that does not.")
    NEGATIVE_COMMENT
}
