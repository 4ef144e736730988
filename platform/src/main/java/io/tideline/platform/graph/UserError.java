package io.tideline.platform.graph;

import io.smallrye.graphql.api.federation.Shareable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("UserError")
@Shareable
@Description("Why a mutation did not do what was asked; something the person who asked can put right.")
public record UserError(
        @NonNull @Description("Stable code in upper snake case.") String code,
        @Nullable @Description("Input field at fault, as a dotted path; null where it is no single field.")
                String field,
        @NonNull @Description("One sentence for people, in English.") String message) {}
