package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rows get to the door: in batches, again after a failure, in order, and lines made into one row. */
class ImportSendingTest extends ImportForTests {
    ImportSendingTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void asksABusyOrBrokenDoorAgainWithAFreshToken() throws IOException {
        Path file = file(EVENTS + "1,a,visit,2026-01-01\n");
        door.answerFirst(429, 503, 500, 0);

        int code = run("events", file, "--time-zone UTC");

        assertThat(code).isEqualTo(ImportCommand.DONE);
        assertThat(door.requests).hasSizeBetween(5, 6).last().asString().doesNotContain("token-1");
        assertThat(door.rows).hasSize(1);
    }

    @Test
    void tellsWhenTheDoorRefusesTheBatch() throws IOException {
        Path file = file(EVENTS + "1,a,visit,2026-01-01\n");
        door.answerFirst(403);

        assertThatThrownBy(() -> run("events", file, "--time-zone UTC"))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("answered 403 (the machine of this organisation needs the scope ingest:write)");
    }

    @Test
    void sendsAFewBatchesAtOnceAndNoMore() throws IOException {
        door.pauseMillis = 100;
        Path file = file(EVENTS
                + IntStream.range(0, 30_000)
                        .mapToObj(id -> id + ",c" + id + ",visit,2026-01-01\n")
                        .collect(Collectors.joining()));

        run("events", file, "--time-zone UTC");

        assertThat(door.requests).hasSize(6);
        assertThat(door.mostUnderWay).hasValueBetween(2, Sender.UNDER_WAY);
        assertThat(door.rows).hasSize(30_000);
    }

    @Test
    void keepsTheOrderOfRowsThatBelongTogether() throws IOException {
        door.pauseMillis = 20;
        Path file = file(EVENTS
                + IntStream.range(0, 20_001)
                        .mapToObj(id -> id + ",c,visit,2026-01-01\n")
                        .collect(Collectors.joining()));

        run("events", file, "--time-zone UTC");

        assertThat(door.mostUnderWay).hasValue(1);
        assertThat(door.rows)
                .extracting(row -> row.path("id").asInt())
                .isSorted()
                .hasSize(20_001);
    }

    @Test
    void makesOrdersOfLines() throws IOException {
        Path file = file("who;day;sum\na;01.03.2026;10,50\na;01.03.2026;0,25\nb;01.03.2026;3\n");

        int code = run(
                "orders",
                file,
                "--map customer=who,at=day,amount=sum --order-by customer,day --time-zone Europe/Berlin");

        assertThat(code).isEqualTo(ImportCommand.DONE);
        assertThat(door.rows)
                .extracting(Object::toString)
                .containsExactly(
                        "{\"id\":\"a@2026-03-01\",\"customer\":\"a\",\"at\":\"2026-02-28T23:00:00Z\",\"amount\":\"10.75\"}",
                        "{\"id\":\"b@2026-03-01\",\"customer\":\"b\",\"at\":\"2026-02-28T23:00:00Z\",\"amount\":\"3\"}");
        assertThat(said()).contains("3 lines are 2 orders", "decimal comma");
    }

    @Test
    void sendsAnswersWithoutAScore() throws IOException {
        Path file = file("\"\",\"id\",\"nps\",\"why\"\n\"1\",7,9,NA\n\"2\",8,NA,\"so, so\"\n");

        run(
                "responses",
                file,
                "--map response=id,customer=id,score=nps,comment=why --set survey=shop,type=nps.1_10,at=2026-01-01 --null NA --time-zone UTC");

        assertThat(door.requests).singleElement().asString().startsWith("/survey/ingest/responses");
        assertThat(door.rows)
                .extracting(Object::toString)
                .containsExactly(
                        "{\"response\":\"7\",\"survey\":\"shop\",\"type\":\"nps.1_10\",\"customer\":\"7\",\"score\":9,\"at\":\"2026-01-01T00:00:00Z\"}",
                        "{\"response\":\"8\",\"survey\":\"shop\",\"type\":\"nps.1_10\",\"customer\":\"8\",\"comment\":\"so, so\",\"at\":\"2026-01-01T00:00:00Z\"}");
    }
}
