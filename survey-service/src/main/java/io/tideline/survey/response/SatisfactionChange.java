package io.tideline.survey.response;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.survey.survey.Survey;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Says that scores are to be read anew, not what they are: they depend on period and segment. */
@Description("An answer, or a further part of one, that was stored and may have changed scores.")
public record SatisfactionChange(
        @NonNull @Description("When it was stored.") Instant at,
        @NonNull @Description("The survey that was answered.") Survey survey,
        @Nullable
                @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
                @Description("Who answered; null where that is not known.")
                Customer customer) {}
