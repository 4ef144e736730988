package io.tideline.survey.widget;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** The one file of the widget, bundled by the build, with the names that its content gives it. */
@ApplicationScoped
class WidgetFile {
    private static final int NAME_BYTES = 8;

    private final byte[] text;
    private final byte[] gzipped;
    private final byte[] digest;

    WidgetFile() {
        text = load();
        gzipped = gzip(text);
        digest = digest(text);
    }

    byte[] text() {
        return text.clone();
    }

    byte[] gzipped() {
        return gzipped.clone();
    }

    /** Short name of this content: another content has another. */
    String version() {
        return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }

    /** As the attribute {@code integrity} of a script takes it. */
    String integrity() {
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }

    private static byte[] load() {
        try (InputStream file = WidgetFile.class.getResourceAsStream("widget.js")) {
            return Objects.requireNonNull(file, "widget.js").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
