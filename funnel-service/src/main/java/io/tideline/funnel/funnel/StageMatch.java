package io.tideline.funnel.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** What brings a customer into a stage; where several are named, any of them does. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Description("What brings a customer into a stage; where several are named, any of them does.")
public record StageMatch(
        @Nullable @Description("A tag; the stage is entered where the tag's interval begins.") String tag,
        @Nullable @Description("Name of an event.") String event,
        @Nullable @Description("Orders.") OrderMatch order) {

    /** Whether the stage is seen by tags or orders, which come from people's bookkeeping and may leave one out. */
    public boolean keptByPeople() {
        return event == null;
    }
}
