package io.tideline.funnel.funnel;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A stage as it is defined. */
@Input("StageInput")
@Description("A stage of a funnel.")
public record StageInput(
        @NonNull @Description("Key, unique within the funnel: letters, digits, '_' and '-', at most 100.") String key,
        @NonNull @Description("Title for people, at most 200 characters.") String title,
        @NonNull @Description("What brings a customer into the stage.") StageMatchInput match,
        @Nullable
                @DefaultValue("false")
                @Description(
                        "True where later stages can be reached without this one. Neither the first stage nor the last may be.")
                Boolean optional) {

    @Ignore
    boolean isOptional() {
        return Boolean.TRUE.equals(optional);
    }

    @Ignore
    FunnelStage stage() {
        return new FunnelStage(key, title.strip(), match.match(), isOptional());
    }
}
