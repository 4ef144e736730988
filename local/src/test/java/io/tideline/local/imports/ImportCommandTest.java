package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest extends ImportForTests {
    ImportCommandTest(@TempDir Path folder) throws IOException {
        super(folder);
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
}
