package io.tideline.customer.tag;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A tag that a customer carries from an instant up to, but without, another. */
@Description("A tag that a customer carries from an instant up to, but without, another.")
@Cost(weight = 0)
public record TagInterval(
        @NonNull @Description("The tag.") String tag,
        @NonNull @Description("When the customer got the tag.") Instant from,
        @Nullable @Description("When the customer lost the tag; null while it is carried.") Instant until) {

    boolean isActiveOn(Instant instant) {
        return !from.isAfter(instant) && (until == null || instant.isBefore(until));
    }

    boolean overlaps(TagInterval other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }
}
