package io.tideline.funnel.event;

import org.eclipse.microprofile.graphql.Description;

/** Where a moment comes from; names of two kinds never mean the same. */
@Description("Where something that happened comes from.")
public enum MomentKind {
    @Description("Recorded by an application or a person.")
    EVENT,
    @Description("A tag was put on the customer.")
    TAG,
    /** All orders bear the one name {@link #ORDER_NAME}. */
    @Description("The customer ordered.")
    ORDER;

    public static final String ORDER_NAME = "order";
}
