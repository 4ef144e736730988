package io.tideline.customer.request;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Sql;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a mutation with an idempotency key take effect once. The same key with the same input gets the first answer again, with another input an error.
 * Keys are kept per organisation, person and operation.
 */
@ApplicationScoped
public class Requests {
    private static final String NOTE = Sql.load(Requests.class, "note_request.sql");
    private static final String FIND = Sql.load(Requests.class, "request.sql");
    private static final String ANSWER = Sql.load(Requests.class, "note_answer.sql");
    private static final int LONGEST_KEY = 200;

    /** A mutation as it was sent. The input's text must hold all of its fields, as a record's does. */
    public record Sent(Caller caller, String operation, @Nullable String key, Record input) {}

    /** @param work writes inside the transaction and gives the user errors */
    public Uni<List<UserError>> once(SqlConnection transaction, Sent sent, Supplier<Uni<List<UserError>>> work) {
        String key = sent.key();
        if (key == null) {
            return work.get();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf(0) >= 0) {
            throw AppException.badInput("idempotencyKey", "A key has 1 to " + LONGEST_KEY + " characters.");
        }
        Buffer fingerprint = Buffer.buffer(sha256(sent.input().toString()));
        Tuple arguments = Tuple.tuple()
                .addString(sent.caller().tenant())
                .addString(sent.caller().subject())
                .addString(sent.operation())
                .addString(key)
                .addBuffer(fingerprint);
        return transaction
                .preparedQuery(NOTE)
                .execute(arguments)
                .flatMap(noted -> noted.size() == 0
                        ? transaction
                                .preparedQuery(FIND)
                                .execute(arguments)
                                .map(found -> before(found.iterator().next()))
                        : work.get().call(errors -> transaction
                                .preparedQuery(ANSWER)
                                .execute(Tuple.of(
                                        sent.caller().tenant(),
                                        sent.caller().subject(),
                                        sent.operation(),
                                        key,
                                        json(errors)))));
    }

    private static List<UserError> before(Row row) {
        if (!row.getBoolean("same_input")) {
            return List.of(new UserError(
                    "IDEMPOTENCY_KEY_REUSED", "idempotencyKey", "This key came with another input before."));
        }
        return row.getJsonArray("errors").stream()
                .map(JsonObject.class::cast)
                .map(error ->
                        new UserError(error.getString("code"), error.getString("field"), error.getString("message")))
                .toList();
    }

    private static JsonArray json(List<UserError> errors) {
        JsonArray written = new JsonArray();
        errors.forEach(error -> written.add(new JsonObject()
                .put("code", error.code())
                .put("field", error.field())
                .put("message", error.message())));
        return written;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
