package io.tideline.customer.tag;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code addTag} takes. */
@Input("AddTagInput")
@Description("A tag to give to a customer.")
public record AddTagInput(
        @Id @NonNull @Description("Global id of the customer.") String customer,
        @NonNull @Description("The tag, at most 300 characters.") String tag,
        @NonNull @Description("When the customer gets the tag.") Instant from,
        @Nullable @Description("When the customer loses it again; null while it is carried.") Instant until,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
