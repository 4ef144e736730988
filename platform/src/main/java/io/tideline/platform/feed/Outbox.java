package io.tideline.platform.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Writes facts for the other services in the transaction that stores them, so that neither is ever without the other. */
@ApplicationScoped
public class Outbox {
    private static final String APPEND = Sql.load(Outbox.class, "append_outbox.sql");

    private final ObjectMapper json;

    public Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> append(SqlConnection transaction, String tenant, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(events.stream().map(OutboxEvent::id).toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::type).toArray(String[]::new))
                .addArrayOfString(events.stream().map(OutboxEvent::aggregate).toArray(String[]::new))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(events.stream().map(this::written).toArray(String[]::new));
        return transaction.preparedQuery(APPEND).execute(arguments).replaceWithVoid();
    }

    private String written(OutboxEvent event) {
        try {
            return json.writeValueAsString(event.data());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Event " + event.type() + " cannot be written as JSON.", unwritable);
        }
    }
}
