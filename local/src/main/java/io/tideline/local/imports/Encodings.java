package io.tideline.local.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How bytes become letters: the first encoding, and for bytes that mean nothing in it the ones behind it. {@code utf-8,windows-1252}
 * reads a file in either, or in both at once; {@code latin-1,cp850} takes the bytes 0x80 to 0x9F, which are no letters in Latin-1,
 * from the old DOS code page.
 */
record Encodings(List<Charset> charsets) {
    static final String USUAL = "utf-8,windows-1252";

    private static final int BYTES = 256;
    private static final int FIRST_BEYOND_ASCII = 0x80;

    Encodings {
        charsets = List.copyOf(charsets);
    }

    static Encodings named(String text) {
        List<Charset> charsets = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            try {
                charsets.add(Charset.forName(canonical(name.strip().toLowerCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--encoding " + text + ": there is no encoding '" + name
                        + "'; usual ones are utf-8, latin-1, windows-1252, cp850, utf-16");
            }
        }
        return new Encodings(charsets);
    }

    Charset first() {
        return charsets.get(0);
    }

    /** Decodes what is certain in the first encoding and reports the rest. */
    CharsetDecoder decoder() {
        Charset certain = isOneByte(first()) ? StandardCharsets.US_ASCII : first();
        return certain.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The letter of each byte that the decoder does not know. */
    char[] letters() {
        List<Charset> tried = charsets.stream().filter(Encodings::isOneByte).toList();
        char[] letters = new char[BYTES];
        for (int code = 0; code < BYTES; code++) {
            letters[code] = letter(code, tried);
        }
        return letters;
    }

    private static char letter(int code, List<Charset> tried) {
        for (Charset charset : tried) {
            char letter = decode(charset, code);
            if (letter != '\uFFFD' && (code < FIRST_BEYOND_ASCII || !Character.isISOControl(letter))) {
                return letter;
            }
        }
        return tried.isEmpty() ? '\uFFFD' : decode(tried.get(0), code);
    }

    private static char decode(Charset charset, int code) {
        return charset.decode(ByteBuffer.wrap(new byte[] {(byte) code})).charAt(0);
    }

    private static boolean isOneByte(Charset charset) {
        try {
            return charset.canEncode()
                    && charset.newEncoder().maxBytesPerChar() == 1.0f
                    && charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(new byte[] {'a'}))
                            .toString()
                            .equals("a");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String canonical(String name) {
        return switch (name) {
            case "latin-1", "latin1" -> "iso-8859-1";
            case "ansi" -> "windows-1252";
            case "dos" -> "ibm850";
            default -> name;
        };
    }
}
