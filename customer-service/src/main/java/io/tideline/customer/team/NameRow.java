package io.tideline.customer.team;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A team or an agent as somebody speaks of it.
 *
 * @param name null where only the id is known
 * @param team external id of an agent's team
 */
public record NameRow(String externalId, @Nullable String name, @Nullable String team) {

    static NameRow readTeam(IngestRow row) {
        return new NameRow(row.requiredKey("id"), row.text("name"), null);
    }

    public static NameRow readAgent(IngestRow row) {
        return new NameRow(row.requiredKey("id"), row.text("name"), row.key("team"));
    }

    /** Somebody spoke of it without a description. */
    public static NameRow placeholder(String externalId) {
        return new NameRow(externalId, null, null);
    }

    UUID id(String tenant, String kind) {
        return Ids.uuid(tenant, kind, externalId);
    }

    @Nullable
    UUID teamId(String tenant) {
        return team == null ? null : Ids.uuid(tenant, Team.KIND, team);
    }

    /** What is known after {@code later} was said too. */
    public NameRow and(NameRow later) {
        return new NameRow(externalId, later.name == null ? name : later.name, later.team == null ? team : later.team);
    }
}
