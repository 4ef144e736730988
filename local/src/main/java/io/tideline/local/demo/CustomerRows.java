package io.tideline.local.demo;

import io.tideline.local.demo.Company.Channel;
import io.tideline.local.demo.Company.Market;
import io.tideline.local.demo.Company.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the customer service is told: settings, people, and the tags they carry. */
final class CustomerRows {
    private static final int VIP_ORDERS = 3;
    private static final Duration PATIENCE = Duration.ofDays(45);

    private final Company company;
    private final Span span;
    private final Chance chance;
    private final Rows rows;

    CustomerRows(Company company, Span span, Rows rows) {
        this.company = company;
        this.span = span;
        this.chance = new Chance(company, "tags");
        this.rows = rows;
    }

    void settings() {
        rows.add(
                Door.ORGANISATION, "name", company.name(), "time_zone", company.zone(), "currency", company.currency());
        Chance names = new Chance(company, "agents");
        for (Team team : company.teams()) {
            rows.add(Door.TEAMS, "id", team.id(), "name", team.name());
            String language = company.markets().stream()
                    .filter(market -> market.team().equals(team.id()))
                    .map(Market::language)
                    .findFirst()
                    .orElse("en");
            for (String agent : company.agentsOf(team.id())) {
                rows.add(Door.AGENTS, "id", agent, "name", Words.name(language, names), "team", team.id());
            }
        }
        for (Market market : company.markets()) {
            for (Channel channel : market.channels()) {
                rows.add(
                        Door.CHANNEL_ACCOUNTS,
                        "id",
                        channel.id(),
                        "name",
                        channel.name(),
                        "platform",
                        channel.platform(),
                        "market",
                        market.code());
            }
        }
        targets();
    }

    void people(List<Person> people) {
        for (Person person : people) {
            rows.add(
                    Door.CUSTOMERS,
                    "id",
                    person.id(),
                    "name",
                    person.name(),
                    "email",
                    person.id() + "@" + company.tenant() + ".example",
                    "market",
                    person.market().code(),
                    "language",
                    person.market().language(),
                    "source",
                    person.source(),
                    "campaign",
                    person.campaign(),
                    "agent",
                    person.agent(),
                    "team",
                    person.market().team(),
                    "channel_account",
                    person.channelAccount(),
                    "acquired_at",
                    person.acquiredAt());
            stages(person);
            traits(person);
            autumns(person);
        }
    }

    private void targets() {
        target("new_paying_customers", "0.4", null);
        target("overall_conversion", "0.08", "0.20");
        target("repurchase_rate", "0.25", null);
        target("inquiry_to_deal", "0.25", "0.40");
        target("deal_cycle", null, "21");
        target("messaging_roi", "3", null);
    }

    private void target(String kpi, @Nullable String least, @Nullable String most) {
        rows.add(Door.KPI_TARGETS, "kpi", kpi, "from", span.from(), "min", least, "max", most);
    }

    /** A stage's tag is carried until the next one comes; those who never go on are given up after some weeks. */
    private void stages(Person person) {
        @Nullable Stage before = null;
        for (Stage stage : person.entered().keySet()) {
            if (before != null) {
                tag(person, before.key(), at(person, before), at(person, stage));
            }
            before = stage;
        }
        if (before == null) {
            return;
        }
        Instant since = at(person, before);
        boolean customer = before == Stage.DEAL || before == Stage.REPURCHASE;
        Instant givenUp = since.plus(chance.delay(PATIENCE, 0.4));
        if (customer || chance.happens(0.35) || !givenUp.isBefore(span.end())) {
            tag(person, before.key(), since, null);
        } else {
            tag(person, before.key(), since, givenUp);
            tag(person, "lost", givenUp, null);
        }
    }

    private void traits(Person person) {
        if (person.purchases().size() >= VIP_ORDERS) {
            tag(person, "vip", person.purchases().get(VIP_ORDERS - 1).at(), null);
        }
        if (chance.happens(0.35)) {
            Instant since = span.within(person.acquiredAt().plus(chance.delay(Duration.ofHours(2), 1)));
            Instant left = since.plus(chance.delay(Duration.ofDays(200), 0.8));
            tag(person, "newsletter", since, chance.happens(0.3) && left.isBefore(span.end()) ? left : null);
        }
        boolean sampled = chance.happens(0.3);
        person.at(Stage.INQUIRY).filter(at -> sampled).ifPresent(at -> tag(person, "sample_sent", at, closed(at, 14)));
        boolean haggles = chance.happens(0.2);
        person.at(Stage.QUOTE).filter(at -> haggles).ifPresent(at -> tag(person, "price_sensitive", at, null));
    }

    /** The autumn offer is a tag that comes back: whoever was there carries it each October. */
    private void autumns(Person person) {
        if (!chance.happens(0.2)) {
            return;
        }
        for (int year = span.from().getYear(); year <= span.to().getYear(); year++) {
            Instant from = span.moment(LocalDate.of(year, 10, 1), 0);
            if (from.isAfter(person.acquiredAt()) && span.holds(from)) {
                tag(person, "autumn_offer", from, closed(from, 31));
            }
        }
    }

    private @Nullable Instant closed(Instant from, int days) {
        Instant until = from.plus(Duration.ofDays(days));
        return until.isBefore(span.end()) ? until : null;
    }

    private void tag(Person person, String tag, Instant from, @Nullable Instant until) {
        rows.add(Door.TAGS, "customer", person.id(), "tag", tag.toLowerCase(Locale.ROOT), "from", from, "until", until);
    }

    private static Instant at(Person person, Stage stage) {
        return person.at(stage).orElseThrow();
    }
}
