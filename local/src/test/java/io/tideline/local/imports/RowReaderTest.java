package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7,7,-",
                "7.0,7,-",
                "7.5,-,is no whole number",
                "NA,-,-",
                "seven,-,is no number with a decimal point; --decimal says which mark the file uses",
            })
    void readsScores(String text, @Nullable String expected, @Nullable String reason) {
        RowReader reader = reader("responses f --map score=points --set survey=s,at=2026-01-01", "points");
        @Nullable String[] values = new String[Kind.RESPONSES.targets().size()];

        BadValue fault = reader.read(SourceRow.of(2, text), values);

        assertThat(values[Kind.RESPONSES.place("score")]).isEqualTo(expected);
        assertThat(fault).isEqualTo(reason == null ? null : new BadValue("points", text, reason));
    }

    @Test
    void multipliesColumns() {
        RowReader reader = reader("orders f --map amount=n*price --set customer=c,at=2026-01-01", "n", "price");
        @Nullable String[] values = new String[Kind.ORDERS.targets().size()];

        assertThat(reader.read(SourceRow.of(2, "-3", "2.55"), values)).isNull();
        assertThat(values[Kind.ORDERS.place("amount")]).isEqualTo("-7.65");
        assertThat(reader.read(SourceRow.of(3, "three", "2.55"), values))
                .extracting(BadValue::column, BadValue::value)
                .containsExactly("n*price", "three");
        assertThat(reader.read(SourceRow.of(4, "", "2.55"), values))
                .isEqualTo(new BadValue("n*price", "", "the field amount is needed"));
    }

    @Test
    void leavesOutWhatStandsForNothing() {
        RowReader reader =
                reader("customers f --map id=id,name=name,market=market --null none", "id", "name", "market");
        @Nullable String[] values = new String[Kind.CUSTOMERS.targets().size()];

        assertThat(reader.read(SourceRow.of(2, " 7 ", "none", "NA"), values)).isNull();

        assertThat(Arrays.asList(values).subList(0, 5)).containsExactly("7", null, null, null, "NA");
    }

    @Test
    void namesTheFirstFaultAndReadsTheRest() {
        RowReader reader = reader("orders f", "id", "customer", "at", "amount");
        @Nullable String[] values = new String[Kind.ORDERS.targets().size()];

        BadValue fault = reader.read(SourceRow.of(9, "1", "c", "2026-02-30", "x"), values);

        assertThat(fault)
                .isEqualTo(new BadValue("at", "2026-02-30", "is not in the calendar: Invalid date 'FEBRUARY 30'"));
        assertThat(Arrays.asList(values).subList(0, 4)).containsExactly("1", "c", null, null);
    }

    @Test
    void refusesAConstantThatCannotBeRead() {
        assertThatThrownBy(() -> reader("orders f --set customer=c,amount=much,at=2026-01-01", "x"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--set amount=much: the value is no number");
    }

    @Test
    void writesOneObjectALineAndMakesIds() throws IOException {
        Mapping mapping = mapping(
                "events f --map customer=who,at=day,size=size --set name=buy --properties *",
                "who",
                "day",
                "size",
                "note");
        String body =
                body(mapping, SourceRow.of(2, "c", "2026-01-01", "3", "x"), SourceRow.of(3, "c", "2026-01-01", "", ""));
        String[] lines = body.split("\n");

        assertThat(lines).hasSize(2);
        assertThat(lines[0])
                .matches("\\{\"id\":\"line-[-_A-Za-z0-9]{20}\",\"customer\":\"c\",\"name\":\"buy\","
                        + "\"at\":\"2026-01-01T00:00:00Z\",\"size\":\"3\",\"note\":\"x\"}");
        assertThat(lines[1])
                .matches(
                        "\\{\"id\":\"line-.{20}\",\"customer\":\"c\",\"name\":\"buy\",\"at\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void givesTheSameLineTheSameIdAndAnotherLineAnother() throws IOException {
        Mapping mapping = mapping("events f --map customer=who,at=day --set name=buy", "who", "day", "note");
        Mapping named = mapping("events f --map customer=who,at=day --set name=sell", "who", "day", "note");
        SourceRow row = SourceRow.of(2, "c", "2026-01-01", "x");
        SourceRow again = SourceRow.of(7, "c", "2026-01-01", "x");
        SourceRow other = SourceRow.of(3, "c", "2026-01-01", "y");

        assertThat(body(mapping, again)).isEqualTo(body(mapping, row));
        assertThat(body(mapping, other)).isNotEqualTo(body(mapping, row));
        assertThat(body(named, row).substring(0, 30))
                .isNotEqualTo(body(mapping, row).substring(0, 30));
    }

    @Test
    void writesNumbersOfThingsAsNumbersAndAmountsAsTexts() throws IOException {
        Mapping mapping =
                mapping("ad-spend f --set campaign=c,at=2026-01-01", "id", "clicks", "impressions", "amount", "deals");

        assertThat(body(mapping, SourceRow.of(2, "a", "007", "1.0", "1.429999948", "")))
                .isEqualTo(
                        "{\"id\":\"a\",\"campaign\":\"c\",\"at\":\"2026-01-01T00:00:00Z\",\"impressions\":1,\"clicks\":7,"
                                + "\"amount\":\"1.429999948\"}");
    }

    @Test
    void batchesClashWhereRowsShareAKey() throws IOException {
        Mapping mapping = mapping("events f", "id", "customer", "name", "at");
        Batch batch = batch(mapping, SourceRow.of(2, "1", "a", "x", "2026-01-01"));
        Batch sameId = batch(mapping, SourceRow.of(2, "1", "b", "x", "2026-01-02"));
        Batch sameInstant = batch(mapping, SourceRow.of(2, "2", "a", "x", "2026-01-01T00:00:00Z"));
        Batch neither = batch(mapping, SourceRow.of(2, "2", "a", "x", "2026-01-02"));

        assertThat(List.of(sameId, sameInstant, neither))
                .extracting(batch::clashesWith)
                .containsExactly(true, true, false);
    }

    private static String body(Mapping mapping, SourceRow... rows) throws IOException {
        Batch batch = new Batch();
        fill(mapping, batch, rows);
        return new String(batch.body(), StandardCharsets.UTF_8);
    }

    private static Batch batch(Mapping mapping, SourceRow... rows) throws IOException {
        Batch batch = new Batch();
        fill(mapping, batch, rows);
        batch.body();
        return batch;
    }

    private static void fill(Mapping mapping, Batch batch, SourceRow... rows) throws IOException {
        RowReader reader = new RowReader(mapping, utc(), Decimals.withPoint(), java.util.Set.of());
        BatchWriter writer = new BatchWriter(mapping);
        for (SourceRow row : rows) {
            @Nullable String[] values = new String[mapping.kind().targets().size()];
            assertThat(reader.read(row, values)).isNull();
            writer.add(values, row, batch);
        }
    }

    private static RowReader reader(String command, String... columns) {
        ImportOptions options = ImportOptions.of(new ArrayList<>(Arrays.asList(command.split(" "))));
        return RowReader.of(options, Mapping.of(options, Columns.of(List.of(columns))), utc(), List.of());
    }

    private static Mapping mapping(String command, String... columns) {
        return Mapping.of(
                ImportOptions.of(new ArrayList<>(Arrays.asList(command.split(" ")))), Columns.of(List.of(columns)));
    }

    private static Moments utc() {
        return new Moments(() -> ZoneOffset.UTC, null);
    }
}
