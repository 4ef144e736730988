package io.tideline.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What an invented organisation is like.
 *
 * @param integration who posts its facts
 * @param agentSeries agents are numbered from here, over all teams
 * @param customers how many
 */
record Company(
        String tenant,
        String integration,
        String name,
        ZoneId zone,
        String currency,
        int agentSeries,
        int customers,
        List<Team> teams,
        List<Market> markets) {

    Company {
        teams = List.copyOf(teams);
        markets = List.copyOf(markets);
    }

    /** @param agents how many work in it */
    record Team(String id, String name, int agents) {}

    /**
     * @param share part of the organisation's customers, 0..1
     * @param medianOrder in the organisation's currency
     * @param appetite how much likelier than usual a customer goes on to the next stage
     * @param warmth how many NPS points happier than usual its customers are
     */
    record Market(
            String code,
            String language,
            String team,
            double share,
            int medianOrder,
            double appetite,
            int warmth,
            List<Channel> channels) {
        Market {
            channels = List.copyOf(channels);
        }
    }

    record Channel(String id, String name, String platform) {}

    /** External ids of a team's agents. */
    List<String> agentsOf(String team) {
        int first = agentSeries;
        for (Team each : teams) {
            if (each.id().equals(team)) {
                return agents(first, each.agents());
            }
            first += each.agents();
        }
        throw new IllegalArgumentException(team);
    }

    /** The two years that end with the day before {@code end}. */
    Span span(LocalDate end) {
        return new Span(end.minusYears(2), end, zone);
    }

    private static List<String> agents(int first, int count) {
        return java.util.stream.IntStream.range(first, first + count)
                .mapToObj("agent-%03d"::formatted)
                .toList();
    }
}
