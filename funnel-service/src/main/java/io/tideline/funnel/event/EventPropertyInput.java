package io.tideline.funnel.event;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A further fact of an event. */
@Input("EventPropertyInput")
@Description("A further fact of an event.")
public record EventPropertyInput(
        @NonNull @Description("Name of the fact.") String name,
        @NonNull @Description("The fact as text.") String value) {}
