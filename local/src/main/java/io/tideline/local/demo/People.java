package io.tideline.local.demo;

import io.tideline.local.demo.Company.Market;
import io.tideline.local.demo.Person.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invents the customers of an organisation and how far each went. */
final class People {
    private static final double BOUGHT_ONCE_MORE = 0.5;
    private static final double AFTER_MESSAGES = 0.75;
    private static final double LIKELIEST = 0.97;

    private static final Map<String, Double> SOURCES =
            Map.of("website", 0.30, "whatsapp", 0.16, "instagram", 0.14, "referral", 0.14, "fair", 0.06, "ads", 0.20);
    private static final List<String> SOURCE_NAMES =
            SOURCES.keySet().stream().sorted().toList();

    private final Company company;
    private final Span span;
    private final Calendar calendar;
    private final List<Campaign> campaigns;
    private final Chance chance;

    private People(Company company, Span span, List<Campaign> campaigns) {
        this.company = company;
        this.span = span;
        this.calendar = new Calendar(span);
        this.campaigns = campaigns;
        this.chance = new Chance(company, "people");
    }

    static List<Person> of(Company company, Span span, List<Campaign> campaigns) {
        People people = new People(company, span, campaigns);
        List<LocalDate> days = IntStream.range(0, company.customers())
                .mapToObj(i -> people.calendar.day(people.chance))
                .sorted()
                .toList();
        return IntStream.range(0, days.size())
                .mapToObj(i -> people.person(i + 1, days.get(i)))
                .toList();
    }

    private Person person(int number, LocalDate day) {
        String id = "customer-%05d".formatted(number);
        Market market = chance.one(company.markets(), Market::share);
        String agent = chance.one(company.agentsOf(market.team()));
        String source = chance.one(SOURCE_NAMES, name -> SOURCES.getOrDefault(name, 0.0));
        Instant acquiredAt = span.moment(day, Calendar.second(chance));
        String campaign = acquiredBy(market, source, day, acquiredAt);
        Map<Stage, Instant> entered = journey(acquiredAt, appetite(market, agent, source));
        return new Person(
                id,
                Words.name(market.language(), chance),
                market,
                agent,
                source,
                campaign,
                chance.one(market.channels()).id(),
                acquiredAt,
                entered,
                purchases(id, market, campaign, entered));
    }

    private @Nullable String acquiredBy(Market market, String source, LocalDate day, Instant at) {
        if (source.equals("ads")) {
            return Campaigns.adsOn(campaigns, market, day).map(Campaign::id).orElse(null);
        }
        return chance.happens(0.3)
                ? Campaigns.behind(campaigns, market, at).map(Campaign::id).orElse(null)
                : null;
    }

    /** How much likelier than usual this customer goes on: by the market, by who looks after them, and by where they come from. */
    private static double appetite(Market market, String agent, String source) {
        int number = Integer.parseInt(agent.substring(agent.length() - 3));
        double skill = 0.95 + 0.025 * (number * 3 % 5);
        double trust = source.equals("referral") ? 1.05 : source.equals("ads") ? 0.96 : 1;
        return market.appetite() * skill * trust;
    }

    private Map<Stage, Instant> journey(Instant acquiredAt, double appetite) {
        Map<Stage, Instant> entered = new EnumMap<>(Stage.class);
        entered.put(Stage.REACH, acquiredAt);
        Instant at = acquiredAt;
        for (Stage stage : Stage.values()) {
            if (stage == Stage.REACH) {
                continue;
            }
            at = at.plus(stage.delay(chance));
            if (!chance.happens(Math.min(LIKELIEST, stage.share() * appetite)) || !at.isBefore(span.end())) {
                break;
            }
            entered.put(stage, at);
        }
        return entered;
    }

    private List<Purchase> purchases(String id, Market market, @Nullable String campaign, Map<Stage, Instant> entered) {
        List<Purchase> purchases = new ArrayList<>();
        Instant deal = entered.get(Stage.DEAL);
        if (deal == null) {
            return purchases;
        }
        purchases.add(purchase(id, 1, market, deal, campaign));
        Instant next = entered.get(Stage.REPURCHASE);
        while (next != null && next.isBefore(span.end())) {
            purchases.add(purchase(id, purchases.size() + 1, market, next, null));
            Duration pause = Stage.REPURCHASE.delay(chance);
            next = chance.happens(BOUGHT_ONCE_MORE) ? next.plus(pause) : null;
        }
        return purchases;
    }

    private Purchase purchase(String id, int number, Market market, Instant at, @Nullable String acquiredBy) {
        String behind = chance.happens(AFTER_MESSAGES)
                ? Campaigns.behind(campaigns, market, at).map(Campaign::id).orElse(acquiredBy)
                : acquiredBy;
        double median = market.medianOrder() * (number == 1 ? 1.0 : 1.2);
        return new Purchase(
                "order-" + id.substring(9) + "-" + number, at, Math.round(100 * chance.around(median, 0.5)), behind);
    }
}
