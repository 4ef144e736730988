package io.tideline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the funnel service is told: messages sent, opened and answered, quotes looked at, visits of the website. */
final class EventRows {
    /** Customers of a market that a campaign's messages are recorded for one by one. */
    private static final int RECORDED = 80;

    private final Span span;
    private final Chance chance;
    private final Rows rows;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    EventRows(Company company, Span span, Rows rows) {
        this.span = span;
        this.chance = new Chance(company, "events");
        this.rows = rows;
    }

    void journeys(List<Person> people) {
        people.forEach(this::journey);
    }

    void messages(List<Campaign> campaigns, List<Person> people) {
        for (Campaign campaign : campaigns) {
            if (!campaign.ads()) {
                people.stream()
                        .filter(person -> person.market().code().equals(campaign.market()))
                        .filter(person -> person.acquiredAt().isBefore(campaign.startedAt()))
                        .limit(RECORDED)
                        .forEach(person -> message(campaign, person));
            }
        }
    }

    private void journey(Person person) {
        event(
                person,
                "message_sent",
                person.acquiredAt(),
                "template",
                "welcome-" + person.market().language());
        person.at(Stage.OPEN).ifPresent(at -> event(person, "message_opened", at, "template", "welcome"));
        person.at(Stage.FIRST_REPLY)
                .ifPresent(at -> event(person, "message_replied", at, "channel", person.channelAccount()));
        person.at(Stage.INQUIRY)
                .ifPresent(at -> event(person, "inquiry_received", at, "channel", person.channelAccount()));
        person.at(Stage.QUOTE).ifPresent(at -> quote(person, at));
        int visits = person.source().equals("website") ? chance.between(1, 3) : chance.between(0, 1);
        Instant at = person.acquiredAt();
        for (int visit = 0; visit < visits; visit++) {
            event(person, "website_visited", at, "page", visit == 0 ? "home" : "product");
            at = at.plus(chance.delay(Duration.ofDays(3), 1.2));
        }
    }

    private void quote(Person person, Instant sentAt) {
        event(person, "quote_sent", sentAt, "quote", "quote-" + person.id().substring(9));
        Instant at = sentAt;
        int looks = chance.happens(0.75) ? chance.between(1, 3) : 0;
        for (int look = 0; look < looks; look++) {
            at = at.plus(chance.delay(Duration.ofHours(6), 1.2));
            event(
                    person,
                    "quote_link_opened",
                    at,
                    "quote",
                    "quote-" + person.id().substring(9));
        }
    }

    private void message(Campaign campaign, Person person) {
        event(person, "message_sent", campaign.startedAt(), "campaign", campaign.id());
        Instant opened = campaign.startedAt().plus(chance.delay(Duration.ofHours(4), 1.2));
        if (chance.happens(0.42)) {
            event(person, "message_opened", opened, "campaign", campaign.id());
            if (chance.happens(0.2)) {
                event(
                        person,
                        "message_replied",
                        opened.plus(chance.delay(Duration.ofHours(2), 1)),
                        "campaign",
                        campaign.id());
            }
        }
    }

    private void event(Person person, String name, Instant at, String property, String value) {
        if (span.holds(at)) {
            int number = numbers.merge(person.id(), 1, Integer::sum);
            String id = "event-" + person.id().substring(9) + "-" + number;
            rows.add(Door.EVENTS, "id", id, "customer", person.id(), "name", name, "at", at, property, value);
        }
    }
}
