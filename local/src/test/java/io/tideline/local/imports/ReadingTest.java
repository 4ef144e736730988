package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
    private static final String TWO_LINES = "id,name\n1,Zoë\n2,José\n";

    private final Path folder;

    ReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "ISO-8859-1"})
    void readsEncodingsWithoutBeingTold(String charset) throws IOException {
        assertThat(rows(TWO_LINES.getBytes(Charset.forName(charset)))).containsExactly("2:[1, Zoë]", "3:[2, José]");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void believesAByteOrderMark(String charset) throws IOException {
        assertThat(rows(("\uFEFF" + TWO_LINES).getBytes(Charset.forName(charset))))
                .containsExactly("2:[1, Zoë]", "3:[2, José]");
    }

    @Test
    void readsTwoEncodingsInOneFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("id,name\n1,Zoë\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("2,José\n".getBytes(Charset.forName("windows-1252")));

        assertThat(rows(bytes.toByteArray())).containsExactly("2:[1, Zoë]", "3:[2, José]");
    }

    @Test
    void readsTwoCodePagesInOneFile() throws IOException {
        byte[] bytes = "id,name\n1,Zo\u00eb\n2,Jos\u0082\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(rows(bytes, "--encoding", "latin-1,cp850")).containsExactly("2:[1, Zoë]", "3:[2, José]");
    }

    @Test
    void countsWhatTheFirstEncodingDoesNotKnow() throws IOException {
        Path file = Files.write(folder.resolve("f"), "é-é".getBytes(StandardCharsets.ISO_8859_1));

        try (SourceFile source = SourceFile.open(file, Encodings.named("utf-8,latin-1"))) {
            assertThat(source.text().readLine()).isEqualTo("é-é");
            assertThat(source.foreignBytes()).isEqualTo(2);
            assertThat(source.shareRead()).isEqualTo(1.0);
        }
    }

    @Test
    void readsAFileCutInTheMiddleOfALetter() throws IOException {
        byte[] bytes = "id,name\n1,é".getBytes(StandardCharsets.UTF_8);

        assertThat(rows(java.util.Arrays.copyOf(bytes, bytes.length - 1))).containsExactly("2:[1, Ã]");
    }

    @Test
    void unpacksGzipWhateverTheFileIsCalled() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(TWO_LINES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(packed.toByteArray())).containsExactly("2:[1, Zoë]", "3:[2, José]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\'',
            value = {"a,b;c,d!,", "a;b;c,d!;", "a|b!|", "only!,", "\"x,y,z\";b;c!;", "\"x;~y\",b!,", "a~b;c!,"})
    void seesTheSeparatorInTheFirstLine(String head, char expected) {
        assertThat(Separator.seenIn(head.replace('~', '\n'))).isEqualTo(expected);
        assertThat(Separator.seenIn("a\tb\n")).isEqualTo('\t');
    }

    @Test
    void keepsQuotesLineEndsAndLineNumbers() throws IOException {
        String csv = "id,text\r\n1,\"say \"\"so\"\", please\"\r\n\r\n2,\"two\nlines\"\r\n3,last";

        assertThat(rows(csv)).containsExactly("2:[1, say \"so\", please]", "4:[2, two\nlines]", "6:[3, last]");
    }

    @Test
    void namesALineWithTooManyOrTooFewColumns() throws IOException {
        List<BadValue> faults = new ArrayList<>();
        SampledRows rows = open("a,b\n1\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            faults.add(row.fault());
        }

        assertThat(faults)
                .containsExactly(
                        BadValue.ofLine(null, "the line has 1 columns and the header 2"),
                        BadValue.ofLine(null, "the line has 3 columns and the header 2"));
    }

    @Test
    void tellsColumnsOfOneNameApart() throws IOException {
        Columns columns =
                open("id,note,note,,Note\n".getBytes(StandardCharsets.UTF_8)).columns();

        assertThat(columns.names()).containsExactly("id", "note", "note#2", "#4", "Note");
        assertThat(columns.find("note").getAsInt()).isEqualTo(1);
        assertThat(columns.find("note#2").getAsInt()).isEqualTo(2);
        assertThat(columns.find("#5").getAsInt()).isEqualTo(4);
        assertThat(columns.find("ID").getAsInt()).isEqualTo(0);
        assertThat(columns.find("NOTE")).isEmpty();
        assertThat(columns.find("#6")).isEmpty();
    }

    @Test
    void readsAFileWithoutAHeader() throws IOException {
        assertThat(rows("1;2\n3;4\n".getBytes(StandardCharsets.UTF_8), "--no-header"))
                .containsExactly("1:[1, 2]", "2:[3, 4]");
    }

    @Test
    void readsObjectsOneALine() throws IOException {
        String text = "{\"a\":\"x\",\"b\":1.50}\n\n{\"b\":true,\"c\":{\"d\":[1, 2]},\"a\":null}\n";

        assertThat(rows(text)).containsExactly("1:[x, 1.50]", "3:[null, true, {\"d\":[1,2]}]");
    }

    @Test
    void rejectsALineThatIsNoObject() throws IOException {
        SampledRows rows = open("{\"a\":1}\n{\"a\":\n[1]\n{\"a\":2} x\n".getBytes(StandardCharsets.UTF_8));
        List<SourceRow> all = rows.sample();

        assertThat(all).extracting(SourceRow::line).containsExactly(1L, 2L, 3L, 4L);
        assertThat(all.get(0).fault()).isNull();
        assertThat(all.subList(1, 4)).allSatisfy(row -> assertThat(row.fault()).isNotNull());
    }

    @Test
    void refusesOneArrayAndAnEmptyFile() {
        assertThatThrownBy(() -> open("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("NDJSON");
        assertThatThrownBy(() -> open(new byte[0]))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("empty");
    }

    private List<String> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> rows(byte[] bytes, String... options) throws IOException {
        SampledRows rows = open(bytes, options);
        List<String> all = new ArrayList<>();
        for (SourceRow row = rows.next(); row != null; row = rows.next()) {
            assertThat(row.fault()).isNull();
            all.add(row.toString());
        }
        return all;
    }

    private SampledRows open(byte[] bytes, String... options) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        List<String> arguments = new ArrayList<>(List.of("events", file.toString()));
        arguments.addAll(List.of(options));
        ImportOptions asked = ImportOptions.of(arguments);
        return SampledRows.of(SourceFile.open(file, asked.encodings()), asked);
    }
}
