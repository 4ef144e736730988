package io.tideline.customer.alert;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A step of handling an alert. */
@Description("A step of handling an alert.")
public record AlertStep(
        @NonNull @Description("When it was done.") Instant at,
        @NonNull @Description("Name of who did it, as it was then.") String by) {}
