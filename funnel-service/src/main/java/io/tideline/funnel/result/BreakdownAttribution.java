package io.tideline.funnel.result;

import org.eclipse.microprofile.graphql.Description;

/** Which value of a dimension puts an attempt into a group. Of the past only agents and teams are known. */
@Description(
        "Which value of a dimension puts an attempt into a group. Agents and teams are known as they were at each time, the other dimensions only as they are now.")
public enum BreakdownAttribution {
    @Description(
            "Agent and team as they were when the funnel was entered; of the other dimensions the value the customer has now.")
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
