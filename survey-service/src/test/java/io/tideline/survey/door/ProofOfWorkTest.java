package io.tideline.survey.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfWorkTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final int BITS = 8;
    private static final ProofOfWork WORK = work("a key of this door", BITS);
    private static final Proof UNPROVED = new Proof("SURVEY", "r-1", null);
    private static final String CHALLENGE = WORK.challenge(UNPROVED, NOW).text();
    private static final String SOLVED = SolverForTests.solve(CHALLENGE, BITS);

    static Stream<Arguments> proofs() {
        String later = CHALLENGE.replaceFirst("^[0-9]+", String.valueOf(NOW.getEpochSecond() + 3600));
        String lighter = CHALLENGE.replaceFirst("\\.8\\.", ".1.");
        String unsigned = CHALLENGE.replaceFirst("[A-Za-z0-9_-]{43}", "A".repeat(43));
        String foreign =
                work("a key of another door", BITS).challenge(UNPROVED, NOW).text();
        return Stream.of(
                argumentSet("solved", UNPROVED.survey(), UNPROVED.response(), SOLVED, 0, true),
                argumentSet("in its last second", "SURVEY", "r-1", SOLVED, 599, true),
                argumentSet("expired", "SURVEY", "r-1", SOLVED, 600, false),
                argumentSet("of another answer", "SURVEY", "r-2", SOLVED, 0, false),
                argumentSet("of another survey", "SURVEZ", "r-1", SOLVED, 0, false),
                argumentSet("ids cut elsewhere", "SURVEY\0r", "-1", SOLVED, 0, false),
                argumentSet("one bit short", "SURVEY", "r-1", SolverForTests.fall(CHALLENGE, BITS - 1), 0, false),
                argumentSet("no bit", "SURVEY", "r-1", SolverForTests.fall(CHALLENGE, 0), 0, false),
                argumentSet("made easier", "SURVEY", "r-1", SolverForTests.solve(lighter, BITS), 0, false),
                argumentSet("made longer", "SURVEY", "r-1", SolverForTests.solve(later, BITS), 0, false),
                argumentSet("unsigned", "SURVEY", "r-1", SolverForTests.solve(unsigned, BITS), 0, false),
                argumentSet("of another key", "SURVEY", "r-1", SolverForTests.solve(foreign, BITS), 0, false),
                argumentSet("more than a nonce", "SURVEY", "r-1", SolverForTests.solve(SOLVED + ".", BITS), 0, false),
                argumentSet("the challenge alone", "SURVEY", "r-1", CHALLENGE, 0, false),
                argumentSet("nothing", "SURVEY", "r-1", "", 0, false),
                argumentSet("none", "SURVEY", "r-1", null, 0, false));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void oneProofIsGoodForOneAnswerAndATime(
            String survey, String response, @Nullable String text, long secondsLater, boolean good) {
        assertThat(WORK.isGood(new Proof(survey, response, text), NOW.plusSeconds(secondsLater)))
                .isEqualTo(good);
    }

    @Test
    void everyReplicaKnowsItAgainAndWhatWasAskedStands() {
        ProofOfWork harder = work("a key of this door", 20);

        assertThat(harder.isGood(new Proof("SURVEY", "r-1", SOLVED), NOW)).isTrue();
        assertThat(WORK.challenge(UNPROVED, NOW).bits()).isEqualTo(BITS);
    }

    @Test
    void whereNoWorkIsAskedForNoneIsTaken() {
        ProofOfWork none = work("a key of this door", 0);

        assertThat(none.isAsked()).isFalse();
        assertThat(none.isGood(new Proof("SURVEY", "r-1", SOLVED), NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 25})
    void refusesWorkThatNobodyCouldDo(int bits) {
        assertThatThrownBy(() -> work("k", bits)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProofOfWork work(String key, int bits) {
        return new ProofOfWork(key.getBytes(StandardCharsets.UTF_8), bits, VALIDITY);
    }
}
