package io.tideline.local.demo;

import io.tideline.local.demo.Company.Market;
import io.tideline.local.demo.Person.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the roi service is told: campaigns and what they cost, ads, orders and refunds. */
final class RevenueRows {
    private static final int WEEK = 7;

    private final Company company;
    private final Span span;
    private final Chance chance;
    private final Rows rows;

    RevenueRows(Company company, Span span, Rows rows) {
        this.company = company;
        this.span = span;
        this.chance = new Chance(company, "revenue");
        this.rows = rows;
    }

    void campaigns(List<Campaign> campaigns) {
        for (Campaign campaign : campaigns) {
            rows.add(
                    Door.CAMPAIGNS,
                    "id",
                    campaign.id(),
                    "name",
                    campaign.name(),
                    "started_at",
                    campaign.startedAt(),
                    "channel_account",
                    campaign.channelAccount(),
                    "template",
                    campaign.template(),
                    "sends",
                    campaign.sends());
            if (!campaign.ads()) {
                costs(campaign);
            }
        }
        tools();
    }

    void orders(List<Person> people) {
        for (Person person : people) {
            for (Purchase purchase : person.purchases()) {
                rows.add(
                        Door.ORDERS,
                        "id",
                        purchase.id(),
                        "customer",
                        person.id(),
                        "at",
                        purchase.at(),
                        "amount",
                        Rows.money(purchase.cents()),
                        "currency",
                        company.currency(),
                        "campaign",
                        purchase.campaign());
                refund(person, purchase);
            }
        }
    }

    /** Ads are reported by the week: what they cost, who came through them, and how many of those bought. */
    void ads(List<Campaign> campaigns, List<Person> people) {
        Calendar calendar = new Calendar(span);
        for (Market market : company.markets()) {
            List<Person> brought = people.stream()
                    .filter(person ->
                            person.market().equals(market) && person.source().equals("ads"))
                    .toList();
            for (int week = 0; week + WEEK <= span.days(); week += WEEK) {
                LocalDate day = span.day(week);
                double pace = market.share() * company.customers() / 800 * calendar.weight(week);
                Campaigns.adsOn(campaigns, market, day).ifPresent(ads -> week(ads, day, pace, brought));
            }
        }
    }

    private void week(Campaign ads, LocalDate monday, double pace, List<Person> brought) {
        List<Person> came = brought.stream()
                .filter(person -> {
                    LocalDate day = person.acquiredAt().atZone(span.zone()).toLocalDate();
                    return !day.isBefore(monday) && day.isBefore(monday.plusDays(WEEK));
                })
                .toList();
        long clicks = Math.round(chance.around(45 * pace, 0.2)) + came.size();
        rows.add(
                Door.AD_SPEND,
                "id",
                ads.id() + "-" + monday,
                "campaign",
                ads.id(),
                "at",
                span.moment(monday, 0),
                "impressions",
                clicks * chance.between(40, 70),
                "clicks",
                clicks,
                "amount",
                Rows.money(Math.round(chance.around(38 * clicks, 0.15))),
                "currency",
                company.currency(),
                "conversions",
                came.size(),
                "deals",
                came.stream().filter(person -> !person.purchases().isEmpty()).count());
    }

    private void costs(Campaign campaign) {
        int hours = chance.between(4, 8);
        cost(campaign.id(), "fee", Math.round(campaign.sends() * 6.5), campaign.day(), null);
        cost(campaign.id(), "labour", hours * 2_600L, campaign.day(), hours);
        if (chance.happens(0.5)) {
            cost(campaign.id(), "coupon", 500L * chance.between(4, 16), campaign.day(), null);
        }
        if (chance.happens(0.15)) {
            cost(campaign.id(), "gift", 300L * chance.between(5, 20), campaign.day(), null);
        }
    }

    private void cost(
            String campaign, String kind, long cents, LocalDate day, @org.jspecify.annotations.Nullable Integer hours) {
        rows.add(
                Door.COSTS,
                "id",
                "cost-" + campaign + "-" + kind,
                "campaign",
                campaign,
                "kind",
                kind,
                "amount",
                Rows.money(cents),
                "hours",
                hours,
                "rate",
                hours == null ? null : "26.00",
                "currency",
                company.currency(),
                "from",
                span.moment(day, 0));
    }

    /** The price of the tool itself, month by month. */
    private void tools() {
        long monthly = company.customers() * 10L;
        for (LocalDate month = span.from();
                month.plusMonths(1).compareTo(span.to()) <= 0;
                month = month.plusMonths(1)) {
            rows.add(
                    Door.COSTS,
                    "id",
                    "cost-tool-" + month,
                    "kind",
                    "tool",
                    "amount",
                    Rows.money(monthly),
                    "currency",
                    company.currency(),
                    "from",
                    span.moment(month, 0),
                    "until",
                    span.moment(month.plusMonths(1), 0));
        }
    }

    private void refund(Person person, Purchase purchase) {
        boolean returned = chance.happens(0.05);
        long part = chance.happens(0.6) ? purchase.cents() : purchase.cents() / 2;
        Instant at = purchase.at().plus(chance.delay(Duration.ofDays(9), 0.5));
        if (returned && span.holds(at)) {
            rows.add(
                    Door.ORDERS,
                    "id",
                    purchase.id() + "-refund",
                    "customer",
                    person.id(),
                    "at",
                    at,
                    "amount",
                    Rows.money(-part),
                    "currency",
                    company.currency(),
                    "campaign",
                    purchase.campaign(),
                    "refund_of",
                    purchase.id());
        }
    }
}
