package io.tideline.customer.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A customer as {@code upsertCustomers} takes it. */
@Input("CustomerInput")
@Description(
        "A customer; what is absent or null stays as it was. Campaign, agent, team and channel account are the organisation's own ids.")
public record CustomerInput(
        @NonNull @Description("The organisation's own id of the customer.") String externalId,
        @Nullable @Description("Name.") String name,
        @Nullable @Description("E-mail address.") String email,
        @Nullable @Description("Phone number.") String phone,
        @Nullable @Description("Market the customer belongs to.") String market,
        @Nullable @Description("Language the customer is served in.") String language,
        @Nullable @Description("Source the customer came from.") String source,
        @Nullable @Description("External id of the campaign that reached the customer.") String campaign,
        @Nullable @Description("External id of the agent who looks after the customer.") String agent,
        @Nullable @Description("External id of the customer's own team; by default the agent's.") String team,
        @Nullable @Description("External id of the messaging account that the customer writes to.")
                String channelAccount,
        @Nullable @Description("When the customer was won as a contact.") Instant acquiredAt,
        @Nullable
                @Description(
                        "Since when market, language, source, campaign and channelAccount are as said here; by default from now on, where they are others than before. "
                                + "A later value that is known stays; a time to come counts as now.")
                Instant changedAt) {

    /** The fields under the names they have in a batch. */
    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("id", externalId);
        fields.put("name", name);
        fields.put("email", email);
        fields.put("phone", phone);
        fields.put("market", market);
        fields.put("language", language);
        fields.put("source", source);
        fields.put("campaign", campaign);
        fields.put("agent", agent);
        fields.put("team", team);
        fields.put("channel_account", channelAccount);
        fields.put("acquired_at", acquiredAt);
        fields.put("changed_at", changedAt);
        return fields;
    }

    /** The field's name here. */
    static String nameOf(String batchField) {
        return switch (batchField) {
            case "id" -> "externalId";
            case "channel_account" -> "channelAccount";
            case "acquired_at" -> "acquiredAt";
            case "changed_at" -> "changedAt";
            default -> batchField;
        };
    }
}
