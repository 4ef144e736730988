package io.tideline.funnel.event;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An event as a mutation tells it. */
@Input("EventInput")
@Description("Something that happened to a customer.")
public record EventInput(
        @Nullable
                @Description(
                        "The sender's id: the same id again changes nothing. Without it the content is what makes the event unique.")
                String id,
        @NonNull @Description("The organisation's own id of the customer.") String customer,
        @NonNull @Description("Name of the event, at most 200 characters.") String name,
        @NonNull @Description("When it happened, between the years 1900 and 2200.") Instant at,
        @Nullable @Description("Further facts, each name once.") List<@NonNull EventPropertyInput> properties) {
    /** Written out: the parameters of a short one lose their item types where a newer compiler meets an older JVM. */
    public EventInput(
            @Nullable String id,
            String customer,
            String name,
            Instant at,
            @Nullable List<EventPropertyInput> properties) {
        this.id = id;
        this.customer = customer;
        this.name = name;
        this.at = at;
        this.properties = properties == null ? null : List.copyOf(properties);
    }
}
