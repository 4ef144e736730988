package io.tideline.local.demo;

import io.tideline.local.demo.Company.Market;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Campaigns of one organisation: in each market messages every quarter, and ads that are renewed every half year. */
final class Campaigns {
    private static final int QUARTERS = 8;
    private static final int QUARTER_DAYS = 91;
    private static final int ADS = 4;
    private static final List<String> SEASONS = List.of("Winter", "Spring", "Summer", "Autumn");

    private final Company company;
    private final Span span;
    private final Chance chance;

    private Campaigns(Company company, Span span) {
        this.company = company;
        this.span = span;
        this.chance = new Chance(company, "campaigns");
    }

    static List<Campaign> of(Company company, Span span) {
        Campaigns campaigns = new Campaigns(company, span);
        List<Campaign> all = new ArrayList<>();
        for (Market market : company.markets()) {
            for (int number = 1; number <= QUARTERS; number++) {
                all.add(campaigns.messages(market, number));
            }
            for (int number = 1; number <= ADS; number++) {
                all.add(campaigns.ads(market, number));
            }
        }
        return List.copyOf(all);
    }

    /** The ads that ran in a market on a day. */
    static Optional<Campaign> adsOn(List<Campaign> campaigns, Market market, LocalDate day) {
        return campaigns.stream()
                .filter(campaign -> campaign.ads() && campaign.market().equals(market.code()))
                .filter(campaign -> !campaign.day().isAfter(day))
                .reduce((before, after) -> after);
    }

    /** The messages that may have moved an order in a market. */
    static Optional<Campaign> behind(List<Campaign> campaigns, Market market, Instant order) {
        return campaigns.stream()
                .filter(campaign -> campaign.market().equals(market.code()) && campaign.mayHaveMoved(order))
                .findFirst();
    }

    private Campaign messages(Market market, int number) {
        int offset = 10 + 9 * company.markets().indexOf(market);
        LocalDate day = span.day((number - 1) * QUARTER_DAYS + offset);
        String season = SEASONS.get(day.getMonthValue() % 12 / 3);
        int list = (int) Math.round(company.customers() * market.share());
        return new Campaign(
                "msg-" + lower(market) + "-" + number,
                season + " news " + day.getYear() + " " + market.code(),
                market.code(),
                market.channels().get(0).id(),
                season.toLowerCase(Locale.ROOT) + "-news-" + market.language(),
                false,
                day,
                span.moment(day, Calendar.second(chance)),
                list * chance.between(30, 55) / 10);
    }

    private Campaign ads(Market market, int number) {
        LocalDate day = span.day((number - 1) * span.days() / ADS);
        return new Campaign(
                "ads-" + lower(market) + "-" + number,
                "Search ads " + market.code() + " " + day.getYear() + "/" + number,
                market.code(),
                market.channels().get(market.channels().size() - 1).id(),
                "search-" + market.language(),
                true,
                day,
                span.moment(day, 0),
                0);
    }

    private static String lower(Market market) {
        return market.code().toLowerCase(Locale.ROOT);
    }
}
