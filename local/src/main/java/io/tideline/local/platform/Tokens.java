package io.tideline.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens from Keycloak for the demo users and machines, kept until shortly before they expire. */
final class Tokens {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Settings settings;
    private final Secrets secrets;
    private final HttpClient http;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    Tokens(Settings settings, Secrets secrets, HttpClient http) {
        this.settings = settings;
        this.secrets = secrets;
        this.http = http;
    }

    String of(String user) {
        Token token = known.get(user);
        if (token == null || Instant.now().isAfter(token.refreshAt())) {
            token = ask(user);
            known.put(user, token);
        }
        return token.text();
    }

    private Token ask(String user) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form(grant(user))))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LocalException(
                        "Keycloak gives no token to " + user + ": " + answer.statusCode() + " " + answer.body());
            }
            JsonNode body = Json.parse(answer.body());
            Instant refreshAt =
                    Instant.now().plusSeconds(body.path("expires_in").asLong()).minus(MARGIN);
            return new Token(body.path("access_token").asText(), refreshAt);
        } catch (IOException e) {
            throw new LocalException("Keycloak does not answer at " + settings.issuer() + ": is the platform up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    private Map<String, String> grant(String user) {
        Map<String, String> form = new LinkedHashMap<>();
        if (isMachine(user)) {
            String client = user.replace('@', '-');
            form.put("grant_type", "client_credentials");
            form.put("client_id", client);
            form.put("client_secret", secrets.clientSecret(client));
            return form;
        }
        String password = secrets.users().get(user);
        if (password == null) {
            throw new LocalException("no user " + user + "; there are "
                    + String.join(", ", secrets.users().keySet()) + ", integration, integration@globex, service");
        }
        form.put("grant_type", "password");
        form.put("client_id", "cli");
        form.put("username", user);
        form.put("password", password);
        return form;
    }

    private static boolean isMachine(String user) {
        return user.equals("integration") || user.equals("integration@globex") || user.equals("service");
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Token(String text, Instant refreshAt) {}
}
