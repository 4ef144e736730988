package io.tideline.survey.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as an organisation's own server would, by the documentation alone. */
public record SignerForTests(String keyId, String secret) {

    /** Says who looks at a page. */
    public String person(String customer, Duration validity) {
        return token("p1", "{\"c\":\"" + customer + "\",\"x\":" + expires(validity) + "}");
    }

    String link(String survey, String customer, Duration validity) {
        return token(
                "l1",
                "{\"s\":\"" + survey + "\",\"c\":\"" + customer + "\",\"x\":" + expires(validity)
                        + ",\"j\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
    }

    String token(String kind, String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = kind + "." + keyId + "." + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + base64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static long expires(Duration validity) {
        return Instant.now().plus(validity).getEpochSecond();
    }
}
