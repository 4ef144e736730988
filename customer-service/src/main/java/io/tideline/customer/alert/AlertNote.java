package io.tideline.customer.alert;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What somebody wrote about an alert. */
@Description("What somebody wrote about an alert.")
@Cost(weight = 0)
public record AlertNote(
        @NonNull @Description("When it was written.") Instant at,
        @NonNull @Description("Name of who wrote it, as it was then.") String by,
        @NonNull @Description("The note, as it was written; plain text, never markup.") String text) {}
