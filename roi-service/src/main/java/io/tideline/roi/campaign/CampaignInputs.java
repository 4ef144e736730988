package io.tideline.roi.campaign;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.UserError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Inputs and payloads of the mutations on campaigns. */
public final class CampaignInputs {
    static final String KEY =
            "The sender's key for this request: the same key again changes nothing and is answered alike.";

    private CampaignInputs() {}

    /** A campaign to make or to change. */
    @Input("UpsertCampaignInput")
    @Description("A campaign to make or to change; what is absent stays as it is.")
    public record UpsertCampaignInput(
            @NonNull @Description("The organisation's own id.") String externalId,
            @Nullable @Description("Name.") String name,
            @Nullable @Description("When it began.") Instant startedAt,
            @Nullable @Description("The organisation's own id of the channel account that sent it.")
                    String channelAccount,
            @Nullable @Description("Name of the message template.") String template,
            @Nullable @Description("Messages handed to the channel, 0 or more.") Integer sends,
            @Nullable @Description(KEY) String idempotencyKey) {}

    /** The campaign after the change. */
    @Description("What became of the campaign.")
    public record UpsertCampaignPayload(
            @Nullable @Description("The campaign; null where nothing was done.") Campaign campaign,
            @NonNull @Description("Why nothing was done; empty on success.") List<@NonNull UserError> userErrors) {}

    /** A cost line to add. */
    @Input("AddCostInput")
    @Description("A cost line to add: an amount, or for labour hours and hourly rate.")
    public record AddCostInput(
            @Nullable @Id @Description("Global id of the campaign; without it a cost of the whole organisation.")
                    String campaign,
            @NonNull @Description("What was paid for.") CostKind kind,
            @Nullable @Description("Amount, 0 or more.") Decimal amount,
            @Nullable @Description("Working hours, 0 or more.") Decimal hours,
            @Nullable @Description("Cost of one hour, 0 or more.") Decimal rate,
            @Nullable @Description("Currency; the organisation's without it.") CurrencyCode currency,
            @Nullable @Description("First local day of the cost.") LocalDate from,
            @Nullable @Description("First local day after it; without it the cost falls on `from` at once.")
                    LocalDate until,
            @Nullable @Description(KEY) String idempotencyKey) {}

    /** The campaign that carries the cost. */
    @Description("What became of the cost line.")
    public record AddCostPayload(
            @Nullable
                    @Description(
                            "The campaign with the new line; null where it is the organisation's, or nothing was done.")
                    Campaign campaign,
            @NonNull @Description("Why nothing was done; empty on success.") List<@NonNull UserError> userErrors) {}

    /** Figures to record. */
    @Input("RecordAdSpendInput")
    @Description("What ad platforms reported; each row is taken once for its id.")
    public record RecordAdSpendInput(
            @NonNull @Description("Rows, at most 1,000.") List<@NonNull AdSpendInput> rows,
            @Nullable @Description(KEY) String idempotencyKey) {}

    /** Figures of one campaign and day. */
    @Input("AdSpendInput")
    @Description("Figures of one campaign and day.")
    public record AdSpendInput(
            @NonNull @Description("The organisation's own id of the row.") String externalId,
            @NonNull @Description("The organisation's own id of the campaign.") String campaign,
            @NonNull @Description("Local day.") LocalDate on,
            @Nullable @Description("Impressions, 0 without it.") Integer impressions,
            @Nullable @Description("Clicks, 0 without it.") Integer clicks,
            @NonNull @Description("What the ads cost, 0 or more.") Decimal amount,
            @Nullable @Description("Currency; the organisation's without it.") CurrencyCode currency,
            @Nullable @Description("Conversions, 0 without it.") Integer conversions,
            @Nullable @Description("Deals, 0 without it.") Integer deals) {}

    /** What became of recorded rows. */
    @Description("What became of the rows.")
    public record RecordAdSpendPayload(
            @Description("Rows that were new.") int accepted,
            @Description("Rows that were known.") int duplicates,
            @NonNull @Description("Why nothing was done; empty on success.") List<@NonNull UserError> userErrors) {}
}
