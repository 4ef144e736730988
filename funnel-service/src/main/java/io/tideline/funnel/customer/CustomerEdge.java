package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A customer in a list. */
@Shareable
@Description("A customer in a list.")
public record CustomerEdge(
        @NonNull @Description("The customer.") Customer node,
        @NonNull @Description("Where in the list the customer stands.") String cursor) {}
