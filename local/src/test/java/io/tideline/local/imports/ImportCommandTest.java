package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final String EVENTS = "id,customer,name,at\n";

    private final Path folder;

    private final DoorForTests door = new DoorForTests();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ImportCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        door.close();
    }

    @Test
    void bringsRowsInAndKeepsTheBadOnesWithTheirReasons() throws IOException {
        Path file = file(EVENTS
                + "1,a,visit,2026-01-01\n2,refused,visit,2026-01-01\n3,b,visit,2026-02-30\n4,,visit,2026-01-01\n"
                + IntStream.range(10, 50)
                        .mapToObj(id -> id + ",c,visit,2026-01-01\n")
                        .collect(Collectors.joining()));

        int code = run("events", file, "--time-zone UTC");

        assertThat(code).isEqualTo(ImportCommand.SOME_REJECTED);
        assertThat(door.rows).hasSize(41);
        assertThat(door.rows.get(0))
                .hasToString("{\"id\":\"1\",\"customer\":\"a\",\"name\":\"visit\",\"at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(door.requests).containsExactly("/funnel/ingest/events?rows=rejected Bearer token-1");
        assertThat(Files.readAllLines(rejectedOf(file)))
                .containsExactly(
                        "line,column,value,reason,id,customer,name,at",
                        "4,at,2026-02-30,is not in the calendar: Invalid date 'FEBRUARY 30',3,b,visit,2026-02-30",
                        "5,customer,,the field customer is needed,4,,visit,2026-01-01",
                        "3,customer,refused,The field customer must be somebody else.,2,refused,visit,2026-01-01");
        assertThat(lastLine())
                .matches("read=44 accepted=41 duplicates=0 rejected=3 seconds=\\d+\\.\\d rows_per_s=\\d+");
    }

    @Test
    void changesNothingWhenRunAgain() throws IOException {
        Path file = file("who,when\na,2026-01-01\nb,2026-01-02\n");
        String options = "--map customer=who,at=when --set name=visit --time-zone UTC";

        int first = run("events", file, options);
        int again = run("events", file, options);

        assertThat(List.of(first, again)).containsExactly(ImportCommand.DONE, ImportCommand.DONE);
        assertThat(door.rows).hasSize(2);
        assertThat(lastLine()).startsWith("read=2 accepted=0 duplicates=2 rejected=0 ");
        assertThat(rejectedOf(file)).doesNotExist();
    }

    @Test
    void removesTheBadRowsOfAnEarlierRun() throws IOException {
        Path file = file(EVENTS + "1,a,visit,2026-01-01\n");
        Files.writeString(rejectedOf(file), "old");

        run("events", file, "--time-zone UTC");

        assertThat(rejectedOf(file)).doesNotExist();
    }

    @Test
    void writesNothingInADryRun() throws IOException {
        Path file = file(EVENTS + "1,a,visit,2026-01-01\n2,b,visit,tomorrow\n");

        int code = run("events", file, "--dry-run --keep-going --time-zone UTC");

        assertThat(code).isEqualTo(ImportCommand.SOME_REJECTED);
        assertThat(door.requests).isEmpty();
        assertThat(rejectedOf(file)).doesNotExist();
        assertThat(said()).contains("line 3 column at 'tomorrow': is no time that is known", "nothing was written");
    }

    @Test
    void stopsAFileWithTooManyBadRowsBeforeAnythingIsSent() throws IOException {
        Path file = file(EVENTS + "1,a,visit,2026-01-01\n2,b,visit,tomorrow\n");

        int stopped = run("events", file, "--time-zone UTC");
        List<String> sent = List.copyOf(door.requests);
        int kept = run("events", file, "--time-zone UTC --keep-going");

        assertThat(stopped).isEqualTo(ImportCommand.STOPPED);
        assertThat(sent).isEmpty();
        assertThat(said()).contains("stopped: 1 of 2 rows are bad, which is over 10 %; see ");
        assertThat(kept).isEqualTo(ImportCommand.SOME_REJECTED);
        assertThat(door.rows).hasSize(1);
    }

    @Test
    void stopsALongFileEarly() throws IOException {
        Path file = file(EVENTS
                + IntStream.range(0, 20_000)
                        .mapToObj(id -> id + ",refused,visit,2026-01-01\n")
                        .collect(Collectors.joining()));

        int code = run("events", file, "--time-zone UTC");

        assertThat(code).isEqualTo(ImportCommand.STOPPED);
        assertThat(door.requests).hasSizeLessThan(4);
        assertThat(lastLine()).contains(" accepted=0 ");
    }

    @Test
    void takesExactlyOneTenthOfBadRows() throws IOException {
        Path file = file(EVENTS + "0,b,visit,tomorrow\n"
                + IntStream.range(1, 10)
                        .mapToObj(id -> id + ",c,visit,2026-01-01\n")
                        .collect(Collectors.joining()));

        assertThat(run("events", file, "--time-zone UTC")).isEqualTo(ImportCommand.SOME_REJECTED);
        assertThat(door.rows).hasSize(9);
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

    @Test
    void readsTimesInTheZoneOfTheOrganisation() throws IOException {
        run("events", file(EVENTS + "1,a,visit,2026-07-01\n"), "");

        assertThat(door.rows.get(0).path("at").asText()).isEqualTo("2026-06-30T15:00:00Z");
        assertThat(said()).contains("read as Asia/Tokyo, the zone of the organisation");
    }

    @Test
    void tellsWhatThereIsWhenTheCommandDoesNotFit() throws IOException {
        Path file = file("a,b\n1,2\n");

        assertThat(run("events", file, "")).isEqualTo(ImportCommand.WRONG_USAGE);
        assertThat(run("events", folder.resolve("absent.csv"), "")).isEqualTo(ImportCommand.WRONG_USAGE);
        assertThat(ImportCommand.run(List.of(), progress(), options -> command(options)))
                .isEqualTo(ImportCommand.WRONG_USAGE);
        assertThat(ImportCommand.run(List.of("--help"), progress(), options -> command(options)))
                .isEqualTo(ImportCommand.DONE);
        assertThat(door.requests).isEmpty();
        assertThat(said())
                .contains(
                        "the target customer of events is needed",
                        "the columns are a, b",
                        "there is no file",
                        "usage: ./tideline import KIND FILE");
    }

    private int run(String kind, Path file, String options) {
        List<String> arguments = new ArrayList<>(List.of(kind, file.toString()));
        arguments.addAll(Arrays.stream(options.split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        return ImportCommand.run(arguments, progress(), options0 -> command(options0));
    }

    private ImportCommand command(ImportOptions options) {
        return new ImportCommand(options, door.doors(), () -> "Asia/Tokyo", progress());
    }

    private Progress progress() {
        return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        String[] lines = said().split("\n");
        return lines[lines.length - 1].strip();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private static Path rejectedOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejected.csv");
    }
}
