package io.tideline.survey.followup;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.GlobalId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** @param uuid local id, which is that of the answer
 *  @param customerId local id of the customer, {@link JudgedAnswer#NOBODY} where it is not known who answered
 *  @param agentId local id of the agent who owns it */
@Description("Something bad that a customer said and that somebody is to see to.")
public record FollowUpCase(
        @Ignore UUID uuid,
        @Ignore UUID customerId,
        @Ignore @Nullable UUID agentId,
        @NonNull @Description("Why.") FollowUpReason reason,
        @NonNull @Description("How far it has come.") FollowUpStatus status,
        @NonNull
                @Description(
                        "Name of who owns it: the customer's agent, else the team, whose lead sees to it; `operations` where there is neither, for those who see the whole organisation. Empty where an agent or a team has no name.")
                String owner,
        @NonNull @Description("What was asked on which scale.") String type,
        @Nullable @Description("Score that was given.") Integer score,
        @Nullable
                @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Description("What the person wrote beside the score; plain text, never markup.")
                String comment,
        @Nullable
                @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("pii:read")))
                @Description("What the person wrote to text questions.")
                List<@NonNull FollowUpText> texts,
        @NonNull @Description("When the person answered.") Instant answeredAt,
        @NonNull @Description("When the follow-up was opened.") Instant openedAt,
        @NonNull @Description("Until when somebody is to see to it: 24 hours after it was opened.") Instant dueAt,
        @Description("Whether it is open after that.") boolean overdue,
        @Nullable @Description("What came of it; null while it is open.") FollowUpOutcome outcome,
        @Nullable @Description("What was noted when it was closed.") String note,
        @Nullable @Description("When it was closed.") Instant closedAt,
        @Nullable @Description("Name of who closed it.") String closedBy) {
    public FollowUpCase {
        texts = texts == null ? null : List.copyOf(texts);
    }

    static final String TYPE = "FollowUpCase";

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of(TYPE, uuid);
    }

    String cursor() {
        return Cursor.encode(dueAt, uuid);
    }
}
