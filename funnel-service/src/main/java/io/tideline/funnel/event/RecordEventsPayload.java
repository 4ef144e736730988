package io.tideline.funnel.event;

import io.tideline.platform.graph.UserError;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of the events. */
@Description("What became of the events.")
public record RecordEventsPayload(
        @Description("How many are new and stored.") int accepted,
        @Description("How many were known and change nothing.") int duplicates,
        @NonNull @Description("Why nothing was stored; empty where it was.") List<@NonNull UserError> userErrors) {
    public RecordEventsPayload {
        userErrors = List.copyOf(userErrors);
    }
}
