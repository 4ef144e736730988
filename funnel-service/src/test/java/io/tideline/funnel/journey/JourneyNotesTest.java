package io.tideline.funnel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is packed and what is noted together say what the facts say, so whoever writes facts of a journey notes it. */
class JourneyNotesTest {
    private static final Path STATEMENTS = Path.of("src/main/resources/io/tideline/funnel");
    private static final Pattern WRITES = Pattern.compile(
            "\\b(insert\\s+into|update|delete\\s+from|merge\\s+into|truncate)\\s+(only\\s+)?(event|customer|former_care|dimension_value)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTES =
            Pattern.compile("\\binsert\\s+into\\s+journey_change\\b", Pattern.CASE_INSENSITIVE);
    /** Stands before change_customers.sql in one transaction; meets customers who have no moments yet. */
    private static final List<String> NOTED_OTHERWISE = List.of("end_care.sql", "meet_customers.sql");

    @Test
    void isNotedByWhateverWritesFacts() throws IOException {
        try (Stream<Path> files = Files.walk(STATEMENTS)) {
            List<Path> writing = files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> WRITES.matcher(text(file)).find())
                    .toList();

            assertThat(writing).hasSizeGreaterThan(NOTED_OTHERWISE.size());
            assertThat(writing.stream()
                            .filter(file -> !NOTES.matcher(text(file)).find())
                            .map(file -> file.getFileName().toString())
                            .sorted())
                    .isEqualTo(NOTED_OTHERWISE);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
