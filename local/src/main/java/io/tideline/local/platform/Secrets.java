package io.tideline.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Passwords and keys of this installation: made when first asked for, kept in files that only their owner can read. */
public final class Secrets {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    /** 20 letters of 57 are 116 bits. */
    private static final int PASSWORD_LETTERS = 20;

    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path folder) {
        this.folder = folder;
    }

    public String userPassword(String user) {
        return of("users", user, this::password);
    }

    public String clientSecret(String client) {
        return of("clients", client, this::password);
    }

    public String databasePassword(String role) {
        return of("database", role, this::password);
    }

    /** Base64 of the 32 bytes with which the gateway signs its calls to a subgraph. */
    public String gatewayKey(String subgraph) {
        return of("keys", subgraph, this::key);
    }

    /** Base64 of the 32 bytes that secrets of signing keys are made with. */
    public String linkKey() {
        return of("keys", "survey-links", this::key);
    }

    /** The users that have a password so far, by name. */
    public Map<String, String> users() {
        return load("users");
    }

    /** Writes a file beside the secrets, readable by its owner only. */
    public Path write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            makeFolder();
            Path fresh = Files.createTempFile(folder, name, ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized String of(String kind, String name, Supplier<String> fresh) {
        Map<String, String> known = load(kind);
        String value = known.get(name);
        if (value == null) {
            value = fresh.get();
            known.put(name, value);
            write(kind + ".json", Json.print(known) + "\n");
        }
        return value;
    }

    private Map<String, String> load(String kind) {
        Path file = folder.resolve(kind + ".json");
        Map<String, String> known = new TreeMap<>();
        if (Files.exists(file)) {
            for (Map.Entry<String, JsonNode> entry : Json.read(file).properties()) {
                known.put(entry.getKey(), entry.getValue().asText());
            }
        }
        return known;
    }

    private String password() {
        StringBuilder text = new StringBuilder();
        random.ints(PASSWORD_LETTERS, 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
        return text.toString();
    }

    private String key() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
