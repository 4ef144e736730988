package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.platform.Part;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedWaitTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing was ever told|0-0|0-0|applied",
                "all is applied|70-5|70-5|applied",
                "more was applied than was known|70-5|71-1|applied",
                "a fact is missing|70-5|70-4|funnel is behind customer",
                "a transaction is missing|100-1|99-7|funnel is behind customer",
            })
    void waitsUntilFollowersHaveApplied(String name, String head, String applied, String expected)
            throws IOException, InterruptedException {
        try (DoorForTests door = new DoorForTests()) {
            door.state(Part.CUSTOMER, "{\"head\":\"" + head + "\",\"followed\":{}}");
            for (Part follower : new Part[] {Part.ROI, Part.SURVEY}) {
                door.state(follower, state("0-0", head));
            }
            door.state(Part.FUNNEL, state("0-0", applied));

            Duration patience = expected.equals("applied") ? Duration.ofSeconds(30) : SHORT;

            assertThat(wait(door, patience)).as(name).isEqualTo(expected);
        }
    }

    @Test
    void seesFactsThatApplyingTold() throws IOException, InterruptedException {
        try (DoorForTests door = new DoorForTests()) {
            door.state(Part.FUNNEL, state("5-1", "0-0"));

            assertThat(wait(door, SHORT)).isEqualTo("customer is behind funnel");
        }
    }

    @Test
    void tellsWhoDoesNotAnswer() throws IOException, InterruptedException {
        DoorForTests door = new DoorForTests();
        Doors doors = door.doors();
        door.close();

        assertThat(new FeedWait(doors, Duration.ofMillis(50), Duration.ofMillis(5)).run())
                .contains("customer does not answer");
    }

    private static String wait(DoorForTests door, Duration patience) throws InterruptedException {
        return new FeedWait(door.doors(), patience, Duration.ofMillis(5)).run().orElse("applied");
    }

    private static String state(String head, String customer) {
        return "{\"head\":\"" + head + "\",\"followed\":{\"customer\":\"" + customer + "\",\"roi\":\"0-0\"}}";
    }
}
