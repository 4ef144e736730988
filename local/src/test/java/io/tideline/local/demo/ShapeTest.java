package io.tideline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The demo organisation looks like one: figures of {@code shape.csv}. */
class ShapeTest {
    private static final Story ACME = Story.of(Companies.ACME, LocalDate.of(2026, 11, 22));

    @ParameterizedTest
    @CsvFileSource(resources = "shape.csv", ignoreLeadingAndTrailingWhitespace = true)
    void looksPlausible(String what, double least, double most) {
        assertThat(figure(what)).as(what).isBetween(least, most);
    }

    private static double figure(String what) {
        return switch (what) {
            case "buyers who bought again" -> ratio(reached(Stage.REPURCHASE), reached(Stage.DEAL));
            case "refunds per order" ->
                ratio(orders(row -> row.containsKey("refund_of")), orders(row -> !row.containsKey("refund_of")));
            case "net promoter score / 100" ->
                ratio(scores("relationship", 9, 10) - scores("relationship", 0, 6), scores("relationship", 0, 10));
            case "satisfied 4 or 5 of 5" -> ratio(scores("conversation", 4, 5), scores("conversation", 1, 5));
            case "found it easy 5 to 7 of 7" -> ratio(scores("quote", 5, 7), scores("quote", 1, 7));
            case "answers per survey sent" ->
                ratio(
                        ACME.rows().of(Door.RESPONSES).size(),
                        ACME.rows().of(Door.DELIVERIES).size());
            case "revenue per message cost" -> sum(Door.ORDERS, "msg-") / sum(Door.COSTS, "msg-");
            case "buyers of the later year / of the earlier" -> ratio(buyers(1), buyers(0));
            default ->
                ratio(
                        reached(Stage.valueOf(what.split(" ")[0].toUpperCase(java.util.Locale.ROOT))),
                        reached(Stage.REACH));
        };
    }

    private static long reached(Stage stage) {
        return ACME.people().stream()
                .filter(person -> person.at(stage).isPresent())
                .count();
    }

    private static long orders(Predicate<Map<String, String>> which) {
        return ACME.rows().of(Door.ORDERS).stream().filter(which).count();
    }

    private static long scores(String survey, int least, int most) {
        return ACME.rows().of(Door.RESPONSES).stream()
                .filter(row -> survey.equals(row.get("survey")))
                .mapToInt(row -> Integer.parseInt(row.getOrDefault("score", "-1")))
                .filter(score -> score >= least && score <= most)
                .count();
    }

    private static double sum(Door door, String campaigns) {
        return ACME.rows().of(door).stream()
                .filter(row -> row.getOrDefault("campaign", "").startsWith(campaigns))
                .mapToDouble(row -> Double.parseDouble(row.getOrDefault("amount", "0")))
                .sum();
    }

    private static long buyers(int year) {
        LocalDate middle = ACME.span().from().plusYears(1);
        return ACME.people().stream()
                .map(Person::purchases)
                .filter(purchases -> !purchases.isEmpty())
                .map(purchases ->
                        purchases.get(0).at().atZone(ACME.span().zone()).toLocalDate())
                .filter(day -> day.isBefore(middle) == (year == 0))
                .count();
    }

    private static double ratio(long part, long whole) {
        return (double) part / whole;
    }
}
