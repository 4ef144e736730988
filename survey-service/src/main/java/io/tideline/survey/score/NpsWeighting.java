package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;

@Description("Whose opinion counts how much in a net promoter score.")
public enum NpsWeighting {
    @Description("Every answer that counts weighs the same.")
    RESPONDENT,
    @Description(
            "Every customer weighs the same, however many answers came from there: the mean of the customers' own scores.")
    ACCOUNT
}
