package io.tideline.gateway.operation.persisted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedDocumentsTest {
    private static final String TEXT = "query A { a }";

    private final Path folder;

    TrustedDocumentsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void loadsTheFilesOfThreeToolsIntoOneStore() throws IOException {
        String hash = Sha256.of("query C { c }");
        TrustedDocuments documents = TrustedDocuments.read(List.of(
                file(
                        "apollo.json",
                        """
                        {"format": "apollo-persisted-query-manifest", "version": 1, "operations":
                          [{"id": "one", "name": "A", "type": "query", "body": "query A { a }"}]}"""),
                file("relay.json", "{\"0f3c\": \"query B { b }\"}"),
                file("codegen.json", "{\"sha256:" + hash + "\": \"query C { c }\"}")));

        assertThat(documents.size()).isEqualTo(3);
        assertThat(documents.get("one")).isEqualTo(TEXT).isEqualTo(documents.get(Sha256.of(TEXT)));
        assertThat(documents.get("0f3c")).isEqualTo("query B { b }");
        assertThat(documents.get("sha256:" + hash)).isEqualTo("query C { c }").isEqualTo(documents.get(hash));
        assertThat(documents.get("two")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                    | it is not a JSON object",
                "{\"a\":                                               | it is not JSON",
                "{\"a\": 7}                                            | the document a is not a text",
                "{\"a\": \"query {\"}                                  | the document a is not GraphQL",
                "{\"sha256:00\": \"query A { a }\"}                    | the document sha256:00 has another hash",
                "{\"format\": \"other\", \"version\": 1}               | its format is not apollo-persisted-query-manifest",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2}             | version 1",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}             | no list of operations",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{}]} | has no id",
            })
    void saysWhatIsWrongWithAFile(String content, String reason) throws IOException {
        Path file = file("broken.json", content);

        assertThatThrownBy(() -> TrustedDocuments.read(List.of(file)))
                .isInstanceOf(TrustedDocuments.UnusableManifest.class)
                .hasMessageContaining("broken.json")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAFileThatIsNotThereAndAnIdForTwoDocuments() throws IOException {
        Path one = file("one.json", "{\"a\": \"{ a }\"}");
        Path other = file("other.json", "{\"a\": \"{ b }\"}");

        assertThatThrownBy(() -> TrustedDocuments.read(List.of(folder.resolve("absent.json"))))
                .hasMessageContaining("absent.json")
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> TrustedDocuments.read(List.of(one, other)))
                .hasMessageContaining("the id a stands for two documents");
    }
}
