package io.tideline.funnel.funnel;

import io.smallrye.graphql.api.OneOf;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What brings a customer into a stage: exactly one. */
@OneOf
@Input("StageMatchInput")
@Description("What brings a customer into a stage: exactly one of these.")
public record StageMatchInput(
        @Nullable @Description("A tag; the stage is entered where the tag's interval begins.") String tag,
        @Nullable @Description("Name of an event.") String event,
        @Nullable @Description("Orders.") OrderMatch order) {

    @Ignore
    boolean isOne() {
        return Stream.of(tag, event, order).filter(Objects::nonNull).count() == 1;
    }

    @Ignore
    boolean isBlank() {
        return Stream.of(tag, event).filter(Objects::nonNull).anyMatch(text -> !DefinitionRules.isTitle(text));
    }

    @Ignore
    StageMatch match() {
        return new StageMatch(tag, event, order);
    }
}
