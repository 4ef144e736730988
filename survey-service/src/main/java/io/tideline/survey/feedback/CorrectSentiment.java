package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.tideline.survey.followup.OpenFollowUps;
import io.tideline.survey.score.CommentStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Lets a person's word count instead of the weights'; where it is that a text blames, the customer is to be seen to. */
@ApplicationScoped
class CorrectSentiment {
    private static final UserError NOT_WRITTEN =
            new UserError("NOT_FOUND", "input.response", "With no such answer was that written.");

    private final Database database;
    private final FeedbackStore store;
    private final CommentStore comments;
    private final OpenFollowUps open;

    CorrectSentiment(Database database, FeedbackStore store, CommentStore comments, OpenFollowUps open) {
        this.database = database;
        this.store = store;
        this.comments = comments;
        this.open = open;
    }

    Uni<CorrectSentimentPayload> run(Caller caller, CorrectSentimentInput input) {
        UUID response = GlobalId.uuid("SurveyResponse", input.response());
        Verbatim verbatim = new Verbatim(response, Objects.requireNonNullElse(input.question(), Verbatim.COMMENT));
        return database.write(
                        caller.tenant(), transaction -> store.correct(transaction, caller, verbatim, input.sentiment())
                                .call(found -> found
                                        ? open.run(transaction, caller.tenant(), List.of(response))
                                        : Uni.createFrom().voidItem()))
                .flatMap(found -> found
                        ? comments.find(caller, response, verbatim.question())
                                .map(comment -> new CorrectSentimentPayload(comment.orElse(null), List.of()))
                        : Uni.createFrom().item(new CorrectSentimentPayload(null, List.of(NOT_WRITTEN))));
    }
}
