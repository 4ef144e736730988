package io.tideline.survey.contact;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("ContactRuleInput")
@Description("How often one person may be asked.")
public record ContactRuleInput(
        @NonNull @Description("What it looks at.") ContactScope scope,
        @Nullable @Id @Description("Global id of the survey; only and always with SURVEY.") String survey,
        @NonNull @Description("Days, each of 24 hours, 1 to 3650.") Integer days,
        @Nullable @Description("Copies in so many days, 1 to 1000; only and always with BUDGET.") Integer most) {}
