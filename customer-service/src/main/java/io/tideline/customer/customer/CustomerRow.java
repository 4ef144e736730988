package io.tideline.customer.customer;

import io.tideline.platform.graph.Dimension;
import io.tideline.platform.ingest.IngestRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody describes it; what is null stays as it was. Campaign, agent, team and channel account are external ids.
 *
 * @param acquiredAt when the customer was won as a contact
 * @param changedAt since when market, language, source, campaign and channel account are as said here; null: from now on, where they are others than before
 */
public record CustomerRow(
        String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String market,
        @Nullable String language,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String agent,
        @Nullable String team,
        @Nullable String channelAccount,
        @Nullable Instant acquiredAt,
        @Nullable Instant changedAt) {
    /** Agents and teams have theirs where facts are counted: they change when they are told. */
    private static final List<Dimension> PAST = List.of(
            Dimension.MARKET, Dimension.LANGUAGE, Dimension.SOURCE, Dimension.CAMPAIGN, Dimension.CHANNEL_ACCOUNT);

    static CustomerRow read(IngestRow row) {
        return new CustomerRow(
                row.requiredKey("id"),
                row.text("name"),
                row.text("email"),
                row.text("phone"),
                row.key("market"),
                row.key("language"),
                row.key("source"),
                row.key("campaign"),
                row.key("agent"),
                row.key("team"),
                row.key("channel_account"),
                row.instant("acquired_at"),
                row.instant("changed_at"));
    }

    /** Rows to be stored one after the other, each with at most one row of a customer: what is said of one time is said at once. */
    static List<Collection<CustomerRow>> rounds(List<CustomerRow> rows) {
        List<Map<String, CustomerRow>> rounds = new ArrayList<>();
        Map<String, Integer> rowsBefore = new HashMap<>();
        for (CustomerRow row : rows) {
            @Nullable Integer last = rowsBefore.get(row.externalId);
            @Nullable
            CustomerRow before = last == null ? null : rounds.get(last).get(row.externalId);
            boolean isAtOnce = before != null && Objects.equals(before.changedAt, row.changedAt);
            int round = last == null ? 0 : isAtOnce ? last : last + 1;
            if (round == rounds.size()) {
                rounds.add(new LinkedHashMap<>());
            }
            rounds.get(round).merge(row.externalId, row, CustomerRow::and);
            rowsBefore.put(row.externalId, round);
        }
        return rounds.stream().map(Map::values).toList();
    }

    /** What is known after {@code later} was said too. */
    CustomerRow and(CustomerRow later) {
        return new CustomerRow(
                externalId,
                orElse(later.name, name),
                orElse(later.email, email),
                orElse(later.phone, phone),
                orElse(later.market, market),
                orElse(later.language, language),
                orElse(later.source, source),
                orElse(later.campaign, campaign),
                orElse(later.agent, agent),
                orElse(later.team, team),
                orElse(later.channelAccount, channelAccount),
                orElse(later.acquiredAt, acquiredAt),
                later.changedAt);
    }

    /** What is said of the dimensions that have a past, by name; of campaign and channel account the external id. */
    Map<Dimension, String> values() {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        PAST.forEach(dimension -> {
            String value = value(dimension);
            if (value != null) {
                values.put(dimension, value);
            }
        });
        return values;
    }

    /** The same, saying nothing of some dimensions. */
    CustomerRow without(Set<Dimension> unsaid) {
        return new CustomerRow(
                externalId,
                name,
                email,
                phone,
                unsaid.contains(Dimension.MARKET) ? null : market,
                unsaid.contains(Dimension.LANGUAGE) ? null : language,
                unsaid.contains(Dimension.SOURCE) ? null : source,
                unsaid.contains(Dimension.CAMPAIGN) ? null : campaign,
                agent,
                team,
                unsaid.contains(Dimension.CHANNEL_ACCOUNT) ? null : channelAccount,
                acquiredAt,
                changedAt);
    }

    private @Nullable String value(Dimension dimension) {
        return switch (dimension) {
            case MARKET -> market;
            case LANGUAGE -> language;
            case SOURCE -> source;
            case CAMPAIGN -> campaign;
            case CHANNEL_ACCOUNT -> channelAccount;
            case TEAM, AGENT -> null;
        };
    }

    private static <T> @Nullable T orElse(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
