package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;

@Description("What a text says, as far as it was read.")
public enum Sentiment {
    @Description("It blames.")
    NEGATIVE,
    @Description("It does neither, or does not come down on a side.")
    NEUTRAL,
    @Description("It praises.")
    POSITIVE,
    @Description("Nothing has read it yet, or it is of a language that nothing can read.")
    NOT_ENRICHED
}
