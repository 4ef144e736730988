package io.tideline.customer.tag;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What {@code removeTag} takes. */
@Input("RemoveTagInput")
@Description("A tag to take from a customer.")
public record RemoveTagInput(
        @Id @NonNull @Description("Global id of the customer.") String customer,
        @NonNull @Description("The tag.") String tag,
        @NonNull @Description("When the customer loses the tag.") Instant until,
        @Nullable @Description("Makes a retry harmless: the same key takes effect once.") String idempotencyKey) {}
