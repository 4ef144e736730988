package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.CurrentBudget;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.survey.survey.Survey;
import io.tideline.survey.survey.SurveyStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What people wrote with their answers. */
@GraphQLApi
public class CommentGraph {
    private final CurrentCaller callers;
    private final CurrentBudget budget;
    private final ScoreSettings settings;
    private final CommentStore store;
    private final SurveyStore surveys;

    public CommentGraph(
            CurrentCaller callers,
            CurrentBudget budget,
            ScoreSettings settings,
            CommentStore store,
            SurveyStore surveys) {
        this.callers = callers;
        this.budget = budget;
        this.settings = settings;
        this.store = store;
        this.surveys = surveys;
    }

    @Query("comments")
    @NonNull
    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("satisfaction:read")), @ScopeGroup(@ScopeItem("customer:read"))})
    @ListSize(assumedSize = 20, slicingArguments = "first", sizedFields = "edges", requireOneSlicingArgument = false)
    @Description(
            "Comments, and texts to questions, of the customers that the caller sees, newest first, with what they say. Those of one answer stand together.")
    public Uni<SurveyCommentConnection> comments(
            @Name("period") @NonNull @Description("Local days in which they were written.") PeriodInput period,
            @Name("segment") @Nullable @Description("Whose comments; by default everybody's.") SegmentInput segment,
            @Name("surveys") @Nullable @Description("Global ids of the surveys; by default all.") List<String> asked,
            @Name("sentiments") @Nullable @Description("Only those that say this; by default all.")
                    List<Sentiment> sentiments,
            @Name("theme") @Nullable @Description("Only those that touch this theme.") String theme,
            @Name("first") @DefaultValue("20") @Nullable @Description("How many, 1 to 100.") Integer first,
            @Name("after") @Nullable @Description("Cursor to go on after.") String after) {
        Caller caller = callers.get();
        Segment whose = Segment.of(caller, segment, asked);
        PageRequest request = PageRequest.of(first, after);
        CommentFilter filter = new CommentFilter(sentiments, theme);
        return settings.of(caller.tenant())
                .map(known -> known.lens(caller, period, whose, AnswerMode.ALL_RESPONSES, budget.get()))
                .flatMap(lens -> store.page(lens, filter, request))
                .map(read -> SurveyCommentConnection.of(read, request));
    }

    @NonNull
    @Description("The survey that was answered, in its current version.")
    public Uni<List<@NonNull Survey>> survey(@Source List<SurveyComment> comments) {
        List<UUID> ids =
                comments.stream().map(SurveyComment::surveyId).distinct().toList();
        return surveys.byIds(callers.get().tenant(), ids).map(found -> {
            Map<UUID, Survey> byId = found.stream().collect(Collectors.toMap(Survey::uuid, Function.identity()));
            return comments.stream()
                    .map(comment -> Objects.requireNonNull(byId.get(comment.surveyId())))
                    .toList();
        });
    }
}
