package io.tideline.funnel.match;

import org.eclipse.microprofile.graphql.Description;

/** What it means that a customer reached a stage without the one before it. */
@Description("What it means that a customer reached a stage without having been seen in the one before.")
public enum SkipPolicy {
    @Description(
            "A stage other than the first may be skipped and counts as passed. The default for stages that a tag or an order marks.")
    SKIP_COUNTS_AS_PASSED,
    @Description("Every stage must have been seen. The default for stages that an event marks.")
    STRICT
}
