package io.tideline.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import io.tideline.platform.error.AppException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "22021, BAD_USER_INPUT",
        "22P05, BAD_USER_INPUT",
        "23505, CONFLICT",
        "40P01, CONFLICT",
        "53300, UNAVAILABLE",
        "55P03, UNAVAILABLE"
    })
    void tellsTheCallerWhatARefusalMeans(String state, String code) {
        Throwable told = DatabaseFaults.translate(
                new CompositeException(new PgException("no", "ERROR", state, ""), new IOException("behind it")));

        assertThat(told).isInstanceOf(AppException.class);
        assertThat(((AppException) told).code().name()).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"42601", "22012"})
    void leavesOurOwnMistakesAsTheyAre(String state) {
        PgException refused = new PgException("no", "ERROR", state, "");

        assertThat(DatabaseFaults.translate(refused)).isSameAs(refused);
    }
}
