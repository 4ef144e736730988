package io.tideline.customer.alert;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A step of handling an alert. */
@Description("A step of handling an alert.")
@Cost(weight = 0)
public record AlertStep(
        @NonNull @Description("When it was done.") Instant at,
        @NonNull @Description("Name of who did it, as it was then.") String by) {}
