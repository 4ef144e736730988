package io.tideline.test;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Keys made anew for each JVM: one signs tokens in the identity provider's place, one is the gateway's. */
final class TestKeys {
    private static final String PRIVATE = "tideline.test.private-key";
    private static final String PUBLIC = "tideline.test.public-key";
    private static final String GATEWAY = "tideline.test.gateway-key";

    private TestKeys() {}

    static synchronized void make() {
        if (System.getProperty(PRIVATE) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            byte[] shared = new byte[32];
            new SecureRandom().nextBytes(shared);
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
            System.setProperty(GATEWAY, base64.encodeToString(shared));
            System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String publicKey() {
        make();
        return System.getProperty(PUBLIC);
    }

    static String gatewayKey() {
        make();
        return System.getProperty(GATEWAY);
    }

    static PrivateKey privateKey() {
        make();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
