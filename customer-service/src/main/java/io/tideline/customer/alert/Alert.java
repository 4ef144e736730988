package io.tideline.customer.alert;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.customer.node.Node;
import io.tideline.platform.graph.ListSize;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Something about a customer that asks for attention.
 *
 * @param links what the alert is connected with, by local id
 */
@RequiresScopes(scopes = @ScopeGroup(@ScopeItem("alert:handle")))
@Description("Something about a customer that asks for attention. It belongs to whoever looks after the customer: "
        + "a lead sees those of the own team's customers, an agent those of the own ones. "
        + "Operations and administrators see all, and alone those of nobody's and of no known customer.")
public record Alert(
        String id,
        @NonNull
                @Description("What raised it: `answer.negative`, a bad answer to a survey (net promoter score up to 6, "
                        + "the lowest two fifths of a satisfaction scale, the bad side of an effort scale) "
                        + "that was known of within 30 days; `answer.negative.unknown`, one of somebody who is not known: "
                        + "one alert counts them all until it is closed.")
                String rule,
        @NonNull @Description("How much is at stake; HIGH for answers in the lowest fifth of their scale.")
                AlertSeverity severity,
        @NonNull @Description("How far it has come.") AlertStatus status,
        @Description("How often the condition was met while the alert was not closed.") int count,
        @NonNull @Description("When the condition was met first.") Instant occurredAt,
        @NonNull @Description("When the alert was raised.") Instant raisedAt,
        @Nullable @Description("When the condition was last found again; null where it was not.") Instant repeatedAt,
        @ListSize(assumedSize = 3) @NonNull @Description("What was written about it, oldest first.")
                List<@NonNull AlertNote> notes,
        @Nullable @Description("What handling it came to; null where that was not said.") AlertOutcome outcome,
        @Nullable @Description("Who viewed it first; null while nobody has.") AlertStep viewed,
        @Nullable @Description("Who took it on; null where nobody has.") AlertStep taken,
        @Nullable @Description("Who closed it; null while it is not closed.") AlertStep closed,
        @Ignore AlertLinks links)
        implements Node {
    /** Name of the type in global ids. */
    public static final String TYPE = "Alert";

    public Alert {
        notes = List.copyOf(notes);
    }

    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }
}
