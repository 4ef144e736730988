package io.tideline.survey.feedback;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.sql.Database;
import io.tideline.survey.sentiment.TextLanguage;
import io.tideline.survey.survey.Survey;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** What comments are looked through for, and what people say of them. */
@GraphQLApi
public class FeedbackGraph {
    private final CurrentCaller callers;
    private final Database database;
    private final FeedbackStore store;
    private final CorrectSentiment correct;
    private final SetSurveyThemes setThemes;
    private final ReadTexts readTexts;

    public FeedbackGraph(
            CurrentCaller callers,
            Database database,
            FeedbackStore store,
            CorrectSentiment correct,
            SetSurveyThemes setThemes,
            ReadTexts readTexts) {
        this.callers = callers;
        this.database = database;
        this.store = store;
        this.correct = correct;
        this.setThemes = setThemes;
        this.readTexts = readTexts;
    }

    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("satisfaction:read")), @ScopeGroup(@ScopeItem("survey:write"))})
    @ListSize(assumedSize = 20)
    @Description(
            "What the survey's comments are looked through for: its own themes, and the usual ones in languages in which it has none.")
    public Uni<List<@NonNull List<@NonNull SurveyTheme>>> themes(@Source List<Survey> surveys) {
        Caller caller = callers.get();
        List<UUID> ids = surveys.stream().map(Survey::uuid).toList();
        return database.read(caller.tenant(), transaction -> store.themes(transaction, caller.tenant(), ids))
                .map(found -> surveys.stream()
                        .map(survey -> holding(found.getOrDefault(survey.uuid(), List.of())))
                        .toList());
    }

    @Query("textReadings")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("support:read")), @ScopeGroup(@ScopeItem("satisfaction:read"))})
    @ListSize(assumedSize = ReadTexts.MOST)
    @Description(
            "What texts say that are kept elsewhere, such as messages of a conversation: feeling and keywords of the usual themes, in the order of the texts.")
    public Uni<List<@NonNull TextReading>> textReadings(
            @Name("texts") @NonNull @Description("Up to 50, of 50,000 characters together; none of them is stored.")
                    List<@NonNull TextToReadInput> texts) {
        return readTexts.run(texts);
    }

    @Mutation("correctSentiment")
    @NonNull
    @RequiresScopes(
            scopes = {
                @ScopeGroup({@ScopeItem("pii:read"), @ScopeItem("customer:read")}),
                @ScopeGroup(@ScopeItem("survey:write"))
            })
    @Description(
            "Says what a comment or a text to a question says; it counts from now on, and who said so when is kept.")
    public Uni<CorrectSentimentPayload> correctSentiment(
            @Name("input") @NonNull @Description("The correction.") CorrectSentimentInput input) {
        return correct.run(callers.get(), input);
    }

    @Mutation("setSurveyThemes")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description(
            "Gives a survey themes of its own in one language; its latest 10,000 comments and texts to questions are looked through for them within seconds.")
    public Uni<SetSurveyThemesPayload> setSurveyThemes(
            @Name("input") @NonNull @Description("The themes.") SetSurveyThemesInput input) {
        return setThemes.run(callers.get(), input);
    }

    private static List<SurveyTheme> holding(List<Theme> own) {
        Stream<Theme> usual = Arrays.stream(TextLanguage.values())
                .map(TextLanguage::tag)
                .filter(language ->
                        own.stream().noneMatch(theme -> theme.language().equals(language)))
                .flatMap(language -> ThemeRules.usual(language).stream());
        return Stream.concat(own.stream(), usual).map(SurveyTheme::of).toList();
    }
}
