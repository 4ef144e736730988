package io.tideline.customer.label;

/** Things whose names other services show in their groups. */
public enum LabelKind {
    AGENT,
    TEAM,
    CHANNEL_ACCOUNT
}
