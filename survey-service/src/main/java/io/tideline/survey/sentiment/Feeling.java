package io.tideline.survey.sentiment;

import org.eclipse.microprofile.graphql.Description;

@Description("What a text says of its subject, from bad to good.")
public enum Feeling {
    @Description("It blames.")
    NEGATIVE,
    @Description("It does neither, or does not come down on a side.")
    NEUTRAL,
    @Description("It praises.")
    POSITIVE
}
