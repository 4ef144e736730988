package io.tideline.customer.customer;

import org.eclipse.microprofile.graphql.Description;

/** What customers are sorted by. */
@Description("What customers are sorted by; ties are in a fixed order.")
public enum CustomerOrderField {
    @Description("When the customer was won as a contact; customers without that moment come before all others.")
    ACQUIRED_AT,
    @Description("Name, without regard to case; needs the scope pii:read.")
    NAME,
    @Description("The organisation's own id.")
    EXTERNAL_ID
}
