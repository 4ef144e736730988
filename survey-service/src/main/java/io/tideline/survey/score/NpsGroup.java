package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;

@Description("Group of a net promoter score.")
public enum NpsGroup {
    @Description("9 and 10: would recommend.")
    PROMOTER,
    @Description("7 and 8: content, counted in the answers only.")
    PASSIVE,
    @Description("Up to 6: would warn.")
    DETRACTOR;

    static NpsGroup of(int score) {
        if (NpsScoring.isPromoter(score)) {
            return PROMOTER;
        }
        return NpsScoring.isDetractor(score) ? DETRACTOR : PASSIVE;
    }
}
