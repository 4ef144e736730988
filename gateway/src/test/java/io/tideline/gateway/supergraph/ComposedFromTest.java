package io.tideline.gateway.supergraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed supergraph belongs to the subgraphs' schemas as they are now, so that building needs no composer. */
class ComposedFromTest {
    @ParameterizedTest
    @ValueSource(strings = {"customer", "funnel", "roi", "survey"})
    void theSupergraphIsComposedFromTheSchemaAsItIs(String subgraph) throws IOException {
        Path root = Path.of(System.getProperty("tideline.root", ".."));
        List<String> header =
                Files.readAllLines(root.resolve("gateway/src/main/resources/supergraph.graphqls")).stream()
                        .filter(line -> line.startsWith("# "))
                        .toList();

        assertThat(header)
                .as("./tideline compose writes the supergraph anew")
                .contains("# " + subgraph + " sha256:" + sha256(root.resolve(subgraph + "-service/schema.graphqls")));
    }

    private static String sha256(Path file) {
        try {
            byte[] text = Files.readString(file).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
