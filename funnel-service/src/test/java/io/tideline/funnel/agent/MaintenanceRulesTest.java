package io.tideline.funnel.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.funnel.agent.MaintenanceRules.Meaning;
import io.tideline.funnel.agent.MaintenanceRules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MaintenanceRulesTest {
    private static final long DAY = 24L * 60 * 60 * 1_000_000;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "maintenance.csv", delimiter = '|')
    void tellsWhoWasMaintained(String name, String moments, Outcome outcome) {
        MaintenanceRules rules = new MaintenanceRules(0, 30 * DAY, 200 * DAY);

        assertThat(rules.of(moments(moments))).as(name).isEqualTo(outcome);
    }

    @Test
    void leavesOutDealsYoungerThanNinetyDays() {
        long today = 89 * DAY;

        Outcome outcome = new MaintenanceRules(0, 30 * DAY, today).of(moments("o0 o10"));

        assertThat(outcome).isEqualTo(Outcome.IMMATURE);
    }

    private static MaintenanceRules.Moments moments(String told) {
        String[] each = told.strip().split("\\s+");
        return new MaintenanceRules.Moments() {
            @Override
            public int size() {
                return each.length;
            }

            @Override
            public long time(int at) {
                return Long.parseLong(each[at].substring(1)) * DAY;
            }

            @Override
            public Meaning meaning(int at) {
                return switch (each[at].charAt(0)) {
                    case 'o' -> Meaning.ORDER;
                    case 'd' -> Meaning.DEAL_TAG;
                    default -> Meaning.REPURCHASE_TAG;
                };
            }
        };
    }
}
