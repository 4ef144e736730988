package io.tideline.customer.customer;

import org.eclipse.microprofile.graphql.Description;

/** Which way a list is sorted. */
@Description("Which way a list is sorted.")
public enum SortDirection {
    @Description("Smallest or oldest first.")
    ASC,
    @Description("Largest or newest first.")
    DESC
}
