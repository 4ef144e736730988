package io.tideline.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** The running platform as a command uses it. */
public final class Platform {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Settings settings;
    private final Secrets secrets;
    private final HttpClient http;
    private final Tokens tokens;

    public Platform(Settings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.secrets());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.tokens = new Tokens(settings, secrets, http);
    }

    public Settings settings() {
        return settings;
    }

    public Secrets secrets() {
        return secrets;
    }

    public HttpClient http() {
        return http;
    }

    /** The address of a path on a part: {@code url(Part.ROI, "/ingest/orders")}. */
    public URI url(Part part, String path) {
        return URI.create(settings.url(part) + path);
    }

    /** The address of a path among the probes and metrics of a part: {@code managementUrl(Part.GATEWAY, "/metrics")}. */
    public URI managementUrl(Part part, String path) {
        return URI.create(settings.managementUrl(part) + path);
    }

    /**
     * An access token.
     *
     * @param user {@code executive operations lead agent admin} of acme, the same with {@code @globex}, {@code integration},
     *     {@code integration@globex}, or {@code service}
     */
    public String token(String user) {
        return tokens.of(user);
    }

    /** The whole answer of the gateway, {@code data} and {@code errors}, to what a user asks. */
    public JsonNode graphql(String user, String query, Map<String, ?> variables) {
        HttpRequest request = HttpRequest.newBuilder(url(Part.GATEWAY, "/graphql"))
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(Json.print(Map.of("query", query, "variables", variables))))
                .build();
        return Json.parse(send(request).body());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalException(request.uri() + " does not answer (" + e + "): see ./tideline status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    /** A connection to the database of a service as the owner of its tables. */
    public Connection database(Part service) throws SQLException {
        return connect(service.key(), service.key() + "_owner");
    }

    /** A connection to a database of the server as one of its roles; {@code postgres} is the superuser. */
    public Connection connect(String database, String role) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", secrets.databasePassword(role));
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + Settings.HOST + ":" + settings.port(Part.POSTGRES) + "/" + database, login);
    }
}
