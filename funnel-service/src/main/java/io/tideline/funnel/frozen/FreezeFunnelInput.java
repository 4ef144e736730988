package io.tideline.funnel.frozen;

import io.tideline.platform.graph.PeriodInput;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which result to keep. */
@Input("FreezeFunnelInput")
@Description("Which result of a funnel to keep as it is now. The same again changes nothing.")
public record FreezeFunnelInput(
        @NonNull @Description("Key of the funnel.") String funnel,
        @NonNull @Description("Local days in which the funnel was entered; they must be over.") PeriodInput period) {}
