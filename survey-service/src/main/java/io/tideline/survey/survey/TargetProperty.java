package io.tideline.survey.survey;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("TargetProperty")
@Input("TargetPropertyInput")
@Description("A property that the page tells of its visitor.")
public record TargetProperty(
        @NonNull @Description("Name.") String name,
        @NonNull @Description("Values of which it must have one.") List<@NonNull String> anyOf) {
    public TargetProperty {
        anyOf = List.copyOf(anyOf);
    }
}
