package io.tideline.funnel.event;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Events as a mutation tells them. */
@Input("RecordEventsInput")
@Description("Events to record, all or none. Larger batches go to the ingest door.")
public record RecordEventsInput(
        @NonNull @Description("The events, 1 to 1,000; those of one instant keep this order.")
                List<@NonNull EventInput> events,
        @Nullable
                @Description(
                        "Accepted for clients that send one with every mutation; events are told apart by their own ids.")
                String idempotencyKey) {}
