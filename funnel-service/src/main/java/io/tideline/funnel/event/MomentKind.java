package io.tideline.funnel.event;

/** Where a moment comes from; names of two kinds never mean the same. */
public enum MomentKind {
    /** Recorded by an application or a person. */
    EVENT,
    /** A tag was put on the customer. */
    TAG,
    /** The customer ordered; all orders bear the one name {@link #ORDER_NAME}. */
    ORDER;

    public static final String ORDER_NAME = "order";
}
