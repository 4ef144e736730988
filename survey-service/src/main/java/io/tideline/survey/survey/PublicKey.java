package io.tideline.survey.survey;

import java.security.SecureRandom;
import java.util.Base64;

/** The key under which the public sees a survey: 128 random bits, so that nobody finds a survey by trying. */
final class PublicKey {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicKey() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
