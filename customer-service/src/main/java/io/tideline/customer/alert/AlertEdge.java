package io.tideline.customer.alert;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An alert in a list. */
@Description("An alert in a list.")
public record AlertEdge(
        @NonNull @Description("The alert.") Alert node,
        @NonNull @Description("Where in the list the alert stands.") String cursor) {}
