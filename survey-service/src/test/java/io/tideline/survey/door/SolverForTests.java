package io.tideline.survey.door;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Works as a client would, by the documentation alone. */
public final class SolverForTests {
    private static final int HASH_BITS = 256;

    private SolverForTests() {}

    /** The first that begins with at least so many zero bits. */
    public static String solve(String challenge, int bits) {
        return search(challenge, bits, HASH_BITS);
    }

    /** One that begins with exactly so many. */
    static String fall(String challenge, int bits) {
        return search(challenge, bits, bits);
    }

    private static String search(String challenge, int least, int most) {
        for (long nonce = 0; ; nonce++) {
            int zeros = HASH_BITS - new BigInteger(1, hash(challenge + nonce)).bitLength();
            if (zeros >= least && zeros <= most) {
                return challenge + nonce;
            }
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
