package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** Which value of a dimension puts an attempt into a group. */
@Description(
        "Which value of a dimension puts an attempt into a group. Values are known as they were at each time; the first one known counts for all time before.")
public enum BreakdownAttribution {
    @Description("The value when the funnel was entered.")
    AT_ENTRY,
    @Description("The value the customer has now.")
    CURRENT,
    @Description(
            "The first value there was at any stage the attempt was seen in; differs from AT_ENTRY where the entry had none.")
    FIRST,
    @Description("The value at the last stage the attempt was seen in.")
    LAST,
    @Description("The value at the stage of `attributionStage`; attempts that were not seen in it count nowhere.")
    STEP,
    @Description("The value at the entry; an attempt counts for it as far as the value stayed the same.")
    ALL_STEPS
}
