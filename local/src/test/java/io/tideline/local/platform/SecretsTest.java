package io.tideline.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private final Path folder;

    SecretsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesASecretOnceAndFindsItAgain() {
        String made = new Secrets(folder.resolve("secret")).userPassword("executive");

        String found = new Secrets(folder.resolve("secret")).userPassword("executive");

        assertThat(found).isEqualTo(made).matches("[A-Za-z0-9]{20}");
    }

    @Test
    void makesADifferentSecretForEachName() {
        Secrets secrets = new Secrets(folder.resolve("secret"));

        assertThat(secrets.userPassword("lead")).isNotEqualTo(secrets.userPassword("agent"));
    }

    @Test
    void signsWithKeysOf32Bytes() {
        String key = new Secrets(folder.resolve("secret")).gatewayKey("roi");

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void keepsFilesAndFolderFromOthers() throws IOException {
        new Secrets(folder.resolve("secret")).clientSecret("service");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret/clients.json"))))
                .isEqualTo("rw-------");
    }
}
