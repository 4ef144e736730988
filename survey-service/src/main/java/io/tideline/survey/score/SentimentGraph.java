package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** What comments and texts say beside the scores, and from how many answers on either is shown. */
@GraphQLApi
public class SentimentGraph {
    private static final int HIGHEST_FLOOR = 100;

    private final CurrentCaller callers;
    private final ScoreSettings settings;

    public SentimentGraph(CurrentCaller callers, ScoreSettings settings) {
        this.callers = callers;
        this.settings = settings;
    }

    @NonNull
    @Cost(weight = 5)
    @Description(
            "What comments and texts to questions say. Those that were not read, not yet or not at all, are counted and in none of the three.")
    public Uni<SentimentMix> sentiment(@Source Satisfaction satisfaction) {
        return satisfaction
                .comments()
                .map(counts -> SentimentReadings.mix(counts, satisfaction.lens().asOf()));
    }

    @NonNull
    @Cost(weight = 5)
    @ListSize(assumedSize = 20)
    @Description(
            "What comments and texts to questions say of themes, those most spoken of first; of a segment or a part only themes that as many answers touch as the privacy floor says.")
    public Uni<List<@NonNull ThemeMix>> themes(@Source Satisfaction satisfaction) {
        return satisfaction
                .comments()
                .map(counts ->
                        SentimentReadings.themes(counts, satisfaction.lens().ownFloor()));
    }

    @NonNull
    @ListSize(assumedSize = 5)
    @Description(
            "How many answers there are of each type of survey. A segment or a part with fewer than the privacy floor shows neither their number nor their score, and the next smallest part is hidden with it, also where it is asked for as a segment.")
    public Uni<List<@NonNull AnswerCount>> answers(@Source Satisfaction satisfaction) {
        int floor = satisfaction.lens().ownFloor();
        return satisfaction.counts().map(counts -> Stream.concat(
                        counts.scores().types().stream().map(type -> {
                            int answers = Math.toIntExact(counts.scores().answers(type));
                            return new AnswerCount(type.text(), answers, String.valueOf(answers));
                        }),
                        counts.scores().hidden().entrySet().stream()
                                .map(type -> new AnswerCount(
                                        type.getKey().text(),
                                        null,
                                        type.getValue() == SmallCellRule.Hiding.SMALL ? "<" + floor : "hidden")))
                .toList());
    }

    @Mutation("setPrivacyFloor")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("settings:write")))
    @Description(
            "Says from how many answers on a segment shows its score, 0 to 100; 0 shows every one. Gives the number that holds now.")
    public Uni<Integer> setPrivacyFloor(@Name("answers") @Description("How many answers.") int answers) {
        if (answers < 0 || answers > HIGHEST_FLOOR) {
            throw AppException.badInput("answers", "answers must be between 0 and " + HIGHEST_FLOOR + ".");
        }
        return settings.setFloor(callers.get(), answers).replaceWith(answers);
    }
}
