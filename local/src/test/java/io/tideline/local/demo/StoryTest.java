package io.tideline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the invented rows must keep, whatever the dice say. */
class StoryTest {
    private static final LocalDate END = LocalDate.of(2026, 11, 22);
    private static final Map<String, Story> STORIES =
            Companies.ALL.stream().collect(Collectors.toMap(Company::tenant, company -> Story.of(company, END)));

    @Test
    void tellsOfTwoOrganisations() {
        assertThat(story("acme").rows().of(Door.CUSTOMERS)).hasSize(2_000);
        assertThat(story("globex").rows().of(Door.CUSTOMERS)).hasSize(200);
        assertThat(values(story("acme"), Door.CUSTOMERS, "language"))
                .containsExactlyInAnyOrder("de", "fr", "pt", "id", "zh-Hans");
        assertThat(values(story("acme"), Door.TEAMS, "id")).contains("team-eu-1");
        assertThat(values(story("acme"), Door.AGENTS, "id"))
                .contains("agent-001")
                .hasSize(12);
        assertThat(values(story("globex"), Door.TEAMS, "id")).containsExactly("team-us-1");
        assertThat(values(story("globex"), Door.AGENTS, "id"))
                .contains("agent-101")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void tellsTheSameAgain(String tenant) {
        Story again = Story.of(story(tenant).company(), END);

        for (Door door : Door.values()) {
            assertThat(again.rows().of(door))
                    .as(door.kind())
                    .isEqualTo(story(tenant).rows().of(door));
            assertThat(again.rows().of(door)).as(door.kind()).isNotEmpty();
        }
    }

    @Test
    void tellsAnotherDayInOtherDates() {
        Story later = Story.of(Companies.GLOBEX, END.plusDays(1));

        assertThat(later.rows().of(Door.CUSTOMERS))
                .isNotEqualTo(story("globex").rows().of(Door.CUSTOMERS))
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void keepsTheTagsOfACustomerApart(String tenant) {
        Map<String, List<Map<String, String>>> byCustomerAndTag = story(tenant).rows().of(Door.TAGS).stream()
                .collect(Collectors.groupingBy(
                        row -> get(row, "customer") + " " + get(row, "tag"), TreeMap::new, Collectors.toList()));

        byCustomerAndTag.forEach((whose, intervals) -> {
            @Nullable Instant free = Instant.MIN;
            for (Map<String, String> interval : sorted(intervals)) {
                Instant from = Instant.parse(get(interval, "from"));
                assertThat(free).as(whose).isNotNull().isBeforeOrEqualTo(from);
                String until = interval.get("until");
                free = until == null ? null : Instant.parse(until);
                assertThat(free == null || free.isAfter(from)).as(whose).isTrue();
            }
        });
        assertThat(byCustomerAndTag.values()).as("a tag that comes back").anyMatch(each -> each.size() > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void tellsNothingOutsideItsTwoYears(String tenant) {
        Span span = story(tenant).span();

        for (Door door : Door.values()) {
            for (Map<String, String> row : story(tenant).rows().of(door)) {
                for (String field : List.of("at", "from", "started_at", "acquired_at")) {
                    String at = row.get(field);
                    if (at != null && at.length() > 10) {
                        assertThat(span.holds(Instant.parse(at)))
                                .as(door.kind() + row)
                                .isTrue();
                    }
                }
                String until = row.get("until");
                assertThat(until == null || !Instant.parse(until).isAfter(span.end()))
                        .as(door.kind() + row)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void refersToWhatExists(String tenant) {
        Story story = story(tenant);

        assertReferences(story, "customer", values(story, Door.CUSTOMERS, "id"));
        assertReferences(story, "agent", values(story, Door.AGENTS, "id"));
        assertReferences(story, "team", values(story, Door.TEAMS, "id"));
        assertReferences(story, "channel_account", values(story, Door.CHANNEL_ACCOUNTS, "id"));
        assertReferences(story, "campaign", values(story, Door.CAMPAIGNS, "id"));
        assertReferences(story, "refund_of", values(story, Door.ORDERS, "id"));
        assertReferences(story, "survey", values(story, Door.SURVEYS, "key"));
        assertReferences(story, "market", values(story, Door.CUSTOMERS, "market"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void givesEveryFactAnIdOfItsOwn(String tenant) {
        Story story = story(tenant);
        List<String> responses = story.rows().of(Door.RESPONSES).stream()
                .map(row -> get(row, "survey") + " " + get(row, "response"))
                .toList();

        for (Door door : List.of(Door.CUSTOMERS, Door.EVENTS, Door.ORDERS, Door.COSTS, Door.AD_SPEND, Door.CAMPAIGNS)) {
            assertThat(story.rows().of(door).stream().map(row -> get(row, "id")))
                    .as(door.kind())
                    .doesNotHaveDuplicates();
        }
        assertThat(responses).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "globex"})
    void goesThroughTheStagesInOrder(String tenant) {
        for (Person person : story(tenant).people()) {
            List<Instant> moments = List.copyOf(person.entered().values());
            assertThat(moments).as(person.id()).isSorted().doesNotHaveDuplicates();
            assertThat(person.entered().keySet())
                    .as(person.id())
                    .containsExactly(java.util.Arrays.copyOf(Stage.values(), moments.size()));
            assertThat(person.purchases().isEmpty())
                    .as(person.id())
                    .isEqualTo(person.at(Stage.DEAL).isEmpty());
            assertThat(person.purchases().size() > 1)
                    .as(person.id())
                    .isEqualTo(person.at(Stage.REPURCHASE).isPresent());
        }
    }

    private static void assertReferences(Story story, String field, Set<String> known) {
        assertThat(known).isNotEmpty();
        for (Door door : Door.values()) {
            assertThat(known).as(door.kind() + " " + field).containsAll(values(story, door, field));
        }
    }

    private static Set<String> values(Story story, Door door, String field) {
        Set<String> values = new HashSet<>();
        story.rows().of(door).forEach(row -> {
            String value = row.get(field);
            if (value != null) {
                values.add(value);
            }
        });
        return values;
    }

    private static List<Map<String, String>> sorted(List<Map<String, String>> intervals) {
        List<Map<String, String>> sorted = new ArrayList<>(intervals);
        sorted.sort(java.util.Comparator.comparing(row -> Instant.parse(get(row, "from"))));
        return sorted;
    }

    private static String get(Map<String, String> row, String field) {
        return java.util.Objects.requireNonNull(row.get(field), field);
    }

    private static Story story(String tenant) {
        return java.util.Objects.requireNonNull(STORIES.get(tenant));
    }
}
