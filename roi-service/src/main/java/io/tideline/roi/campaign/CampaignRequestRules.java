package io.tideline.roi.campaign;

import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.UserError;
import io.tideline.roi.campaign.CampaignInputs.AdSpendInput;
import io.tideline.roi.campaign.CampaignInputs.AddCostInput;
import io.tideline.roi.campaign.CampaignInputs.RecordAdSpendInput;
import io.tideline.roi.campaign.CampaignInputs.UpsertCampaignInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What mutations on campaigns may say, and the rows they mean. */
final class CampaignRequestRules {
    private static final int MAX_ROWS = 1000;

    private CampaignRequestRules() {}

    static List<UserError> check(UpsertCampaignInput input) {
        List<UserError> errors = new ArrayList<>();
        if (input.externalId().isBlank()) {
            errors.add(new UserError("MISSING", "externalId", "A campaign needs an id."));
        }
        notNegative(errors, "sends", input.sends());
        return errors;
    }

    static CampaignRow row(UpsertCampaignInput input) {
        return new CampaignRow(
                input.externalId().strip(),
                input.name(),
                input.startedAt(),
                input.channelAccount(),
                input.template(),
                input.sends() == null ? null : input.sends().longValue());
    }

    static List<UserError> check(AddCostInput input) {
        List<UserError> errors = new ArrayList<>();
        notNegative(errors, "amount", value(input.amount()));
        notNegative(errors, "hours", value(input.hours()));
        notNegative(errors, "rate", value(input.rate()));
        BigDecimal stated = value(input.amount());
        BigDecimal worked = CostRules.labour(value(input.hours()), value(input.rate()));
        if (stated == null && worked == null) {
            errors.add(new UserError("MISSING", "amount", "A cost needs an amount, or hours and rate."));
        }
        if (stated != null && worked != null && stated.compareTo(worked) != 0) {
            errors.add(new UserError("INVALID", "amount", "The amount is not hours times rate."));
        }
        if (input.until() != null && (input.from() == null || !input.from().isBefore(input.until()))) {
            errors.add(new UserError("INVALID", "until", "A cost runs from a day until a later one."));
        }
        return errors;
    }

    /** @param campaign external id of the campaign, or null for a cost of the organisation */
    static CostRow row(AddCostInput input, @Nullable String campaign) {
        BigDecimal stated = value(input.amount());
        BigDecimal worked = CostRules.labour(value(input.hours()), value(input.rate()));
        BigDecimal amount = Stream.of(
                        stated == null ? BigDecimal.ZERO : stated, worked == null ? BigDecimal.ZERO : worked)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new CostRow(
                UUID.randomUUID().toString(),
                true,
                campaign,
                input.kind(),
                amount,
                value(input.hours()),
                value(input.rate()),
                input.currency() == null ? null : input.currency().code(),
                Moment.of(input.from()),
                Moment.of(input.until()));
    }

    static List<UserError> check(RecordAdSpendInput input) {
        List<UserError> errors = new ArrayList<>();
        if (input.rows().size() > MAX_ROWS) {
            errors.add(new UserError("TOO_MANY", "rows", "At most " + MAX_ROWS + " rows at once."));
        }
        for (int i = 0; i < input.rows().size() && errors.isEmpty(); i++) {
            AdSpendInput row = input.rows().get(i);
            String at = "rows." + i + ".";
            notNegative(errors, at + "amount", row.amount().value());
            notNegative(errors, at + "impressions", row.impressions());
            notNegative(errors, at + "clicks", row.clicks());
            notNegative(errors, at + "conversions", row.conversions());
            notNegative(errors, at + "deals", row.deals());
        }
        return errors;
    }

    static AdSpendRow row(AdSpendInput input) {
        return new AdSpendRow(
                input.externalId(),
                true,
                input.campaign(),
                new Moment(null, input.on()),
                orZero(input.impressions()),
                orZero(input.clicks()),
                input.amount().value(),
                input.currency() == null ? null : input.currency().code(),
                orZero(input.conversions()),
                orZero(input.deals()));
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static @Nullable BigDecimal value(@Nullable Decimal decimal) {
        return decimal == null ? null : decimal.value();
    }

    private static void notNegative(List<UserError> errors, String field, @Nullable Number value) {
        if (value != null && value.doubleValue() < 0) {
            errors.add(new UserError("INVALID", field, "This must not be negative."));
        }
    }
}
