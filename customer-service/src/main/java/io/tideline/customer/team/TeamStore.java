package io.tideline.customer.team;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.label.Label;
import io.tideline.customer.label.LabelKind;
import io.tideline.platform.graph.ReadOnce;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Teams and agents. */
@ApplicationScoped
public class TeamStore {
    private static final String SAVE_TEAMS = Sql.load(TeamStore.class, "save_teams.sql");
    private static final String SAVE_AGENTS = Sql.load(TeamStore.class, "save_agents.sql");
    private static final String TEAMS = Sql.load(TeamStore.class, "teams.sql");
    private static final String AGENTS = Sql.load(TeamStore.class, "agents.sql");
    private static final String AGENTS_BY_ID = Sql.load(TeamStore.class, "agents_by_id.sql");

    private final Database database;

    TeamStore(Database database) {
        this.database = database;
    }

    /** All teams by local id, in the order of their names. An organisation has few, so one read serves every field that shows teams. */
    Uni<Map<UUID, Team>> teams(String tenant) {
        return database.query(tenant, TEAMS, Tuple.of(tenant)).map(rows -> {
            Map<UUID, Team> teams = new LinkedHashMap<>();
            rows.forEach(row -> {
                UUID id = row.getUUID("team_id");
                teams.put(id, Team.of(id, row.getString("external_id"), row.getString("name")));
            });
            return teams;
        });
    }

    Uni<List<Agent>> agents(String tenant, @Nullable UUID onlyTeam, @Nullable UUID onlyAgent) {
        Tuple arguments = Tuple.tuple().addString(tenant).addUUID(onlyTeam).addUUID(onlyAgent);
        return database.query(tenant, AGENTS, arguments).map(rows -> agents(rows, new ReadOnce()));
    }

    Uni<List<Agent>> agentsById(String tenant, Collection<UUID> ids, ReadOnce reads) {
        Tuple arguments = Tuple.tuple().addString(tenant).addArrayOfUUID(ids.toArray(UUID[]::new));
        return database.query(tenant, AGENTS_BY_ID, arguments).map(rows -> agents(rows, reads));
    }

    /** @param rows at most one of each team */
    public Uni<List<Label>> saveTeams(SqlConnection transaction, String tenant, Collection<NameRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery(SAVE_TEAMS)
                .execute(described(tenant, Team.KIND, inOrder(rows)))
                .map(changed -> labels(LabelKind.TEAM, changed));
    }

    /** @param rows at most one of each agent; the teams they name are stored already */
    public Uni<List<Label>> saveAgents(SqlConnection transaction, String tenant, Collection<NameRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<NameRow> ordered = inOrder(rows);
        Tuple arguments = described(tenant, Agent.KIND, ordered)
                .addArrayOfUUID(ordered.stream().map(row -> row.teamId(tenant)).toArray(UUID[]::new));
        return transaction
                .preparedQuery(SAVE_AGENTS)
                .execute(arguments)
                .map(changed -> labels(LabelKind.AGENT, changed));
    }

    /** Every writer takes rows in the same order, so that two batches wait for each other instead of locking each other out. */
    private static List<NameRow> inOrder(Collection<NameRow> rows) {
        return rows.stream().sorted(Comparator.comparing(NameRow::externalId)).toList();
    }

    private static Tuple described(String tenant, String kind, List<NameRow> rows) {
        return Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(rows.stream().map(row -> row.id(tenant, kind)).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(NameRow::externalId).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(NameRow::name).toArray(String[]::new));
    }

    private static List<Label> labels(LabelKind kind, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Label(
                        kind,
                        row.getUUID("id"),
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getString("team"),
                        row.getBoolean("is_new")))
                .toList();
    }

    private static List<Agent> agents(RowSet<Row> rows, ReadOnce reads) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Agent(
                        Agent.globalId(row.getUUID("agent_id")),
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getUUID("agent_id"),
                        row.getUUID("team_id"),
                        reads))
                .toList();
    }
}
