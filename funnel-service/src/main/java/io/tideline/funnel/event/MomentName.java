package io.tideline.funnel.event;

/** What a moment is called within its kind. */
public record MomentName(MomentKind kind, String name) {
    public static final MomentName ORDER = new MomentName(MomentKind.ORDER, MomentKind.ORDER_NAME);

    public static MomentName event(String name) {
        return new MomentName(MomentKind.EVENT, name);
    }

    public static MomentName tag(String tag) {
        return new MomentName(MomentKind.TAG, tag);
    }
}
