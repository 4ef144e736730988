package io.tideline.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchImportTest {
    @Test
    void printsRatesAndTheirRatio() {
        assertThat(BenchImport.figures(1_000_000, 25, 8, 45, 1.02))
                .isEqualTo(
                        "rows=1000000 rows_per_s=40000 copy_rows_per_s=125000 ratio=0.320 heap_mb=45 heap_growth=1.02");
    }

    @Test
    void writesTheSameEventsForBothWays(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("csv");
        Path copy = folder.resolve("copy");

        EventFile.write("run", 3, csv, copy);

        List<String> rows = Files.readAllLines(csv);
        List<String> table = Files.readAllLines(copy);
        assertThat(rows).hasSize(4).first().isEqualTo("id,customer,name,at,page,amount");
        assertThat(table).hasSize(3);
        for (int row = 0; row < table.size(); row++) {
            String[] event = rows.get(row + 1).split(",");
            String[] stored = table.get(row).split("\t");
            assertThat(List.of(stored[3], stored[4], stored[5]))
                    .containsExactly(
                            event[2], event[3], "{\"page\": \"" + event[4] + "\", \"amount\": \"" + event[5] + "\"}");
        }
    }
}
