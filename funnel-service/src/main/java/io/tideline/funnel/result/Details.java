package io.tideline.funnel.result;

import io.tideline.platform.access.AskedFields;

/**
 * What a result holds beside its counts. Each costs memory for every customer, so it is collected only where it is asked for; a result that does not hold
 * something fails where it is looked at.
 *
 * @param fromPrevious times from one stage to the next
 * @param fromStart times from the entry on
 * @param expected ages that the expected conversion is made of
 * @param customers who went no further
 */
public record Details(boolean fromPrevious, boolean fromStart, boolean expected, boolean customers) {
    public static final Details NONE = new Details(false, false, false, false);

    /** Whether anything is collected. */
    boolean any() {
        return fromPrevious || fromStart || expected || customers;
    }

    /** What the field that is being answered asks for. */
    static Details asked() {
        AskedFields asked = AskedFields.now();
        return new Details(
                asked.haveAnyOf("timeFromPrevious", "distributionFromPrevious"),
                asked.haveAnyOf("timeFromStart", "distributionFromStart"),
                asked.haveAnyOf("expected"),
                asked.haveAnyOf("droppedCustomers"));
    }
}
