package io.tideline.survey.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept and what is noted together say what the answers say, so whoever writes what is counted notes it, or moves what is kept along. */
class ScoreNotesTest {
    private static final Path STATEMENTS = Path.of("src/main/resources/io/tideline/survey");
    private static final String WRITES =
            "\\b(insert\\s+into|update|delete\\s+from|merge\\s+into|truncate)\\s+(only\\s+)?(%s)\\b";
    private static final Pattern FACTS = writes("response|response_part|delivery_event");
    private static final Pattern WHOSE = writes("customer|customer_alias|former_care|label|former_membership");
    private static final Pattern NOTES = writes("score_note");
    /** Run inside what {@code CountedMoves} surrounds. */
    private static final List<String> SURROUNDED = List.of(
            "alias_customer.sql",
            "change_customers.sql",
            "change_labels.sql",
            "end_care.sql",
            "end_memberships.sql",
            "undo_alias.sql");
    /** Meet customers and labels without values of their own, which count as if they were not known. */
    private static final List<String> WITHOUT_VALUES = List.of("meet_customers.sql", "meet_labels.sql");

    @Test
    void areTakenByWhateverWritesAnswersAndCopies() throws IOException {
        List<Path> writing = statements(FACTS);

        assertThat(writing).hasSize(4).allMatch(file -> NOTES.matcher(text(file))
                .find());
    }

    @Test
    void areNotNeededWhereWhatIsKeptMovesAlong() throws IOException {
        assertThat(statements(WHOSE).stream()
                        .map(file -> file.getFileName().toString())
                        .sorted())
                .isEqualTo(Stream.concat(SURROUNDED.stream(), WITHOUT_VALUES.stream())
                        .sorted()
                        .toList());
    }

    private static List<Path> statements(Pattern writing) throws IOException {
        try (Stream<Path> files = Files.walk(STATEMENTS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> writing.matcher(text(file)).find())
                    .toList();
        }
    }

    private static Pattern writes(String tables) {
        return Pattern.compile(WRITES.formatted(tables), Pattern.CASE_INSENSITIVE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
