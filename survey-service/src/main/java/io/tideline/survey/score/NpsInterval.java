package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;

@Description("How the interval of a net promoter score is made.")
public enum NpsInterval {
    @Description(
            "After adding 3/4, 1 1/2 and 3/4 answers to promoters, passives and detractors: sound from the first answer on.")
    ADJUSTED,
    @Description("Plain normal approximation: of one answer, or of unanimous ones, it has no width.")
    WALD
}
