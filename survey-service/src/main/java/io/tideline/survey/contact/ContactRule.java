package io.tideline.survey.contact;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** @param surveyId local id; only of SURVEY */
@Type("ContactRule")
@Description("How often one person may be asked.")
@Cost(weight = 0)
public record ContactRule(
        @NonNull @Description("What it looks at.") ContactScope scope,
        @Ignore @Nullable UUID surveyId,
        @Description("Days, each of 24 hours.") int days,
        @Nullable @Description("Copies in so many days; only of BUDGET.") Integer most) {

    @Id
    @Nullable
    @Description("Global id of the survey; only of SURVEY.")
    public String getSurvey() {
        return surveyId == null ? null : GlobalId.of("Survey", surveyId);
    }
}
