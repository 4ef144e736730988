package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.kept.MoveScores;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whose answers count elsewhere once something is told of customers and agents; takes the kept counts along. */
@ApplicationScoped
class CountedMoves {
    private static final String CUSTOMERS = Sql.load(CountedMoves.class, "moved_customers.sql");
    private static final String AGENTS = Sql.load(CountedMoves.class, "answers_of_moved_agents.sql");
    private static final String SAME = Sql.load(CountedMoves.class, "same_customers.sql");

    private final MoveScores scores;

    CountedMoves(MoveScores scores) {
        this.scores = scores;
    }

    /** Around customers' taking over other values and hands. */
    Uni<Void> ofCustomers(
            SqlConnection transaction, String tenant, List<CustomerCopy> told, Supplier<Uni<Void>> change) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(all(told, CustomerCopy::id, UUID[]::new))
                .addArrayOfString(all(told, CustomerCopy::market, String[]::new))
                .addArrayOfString(all(told, CustomerCopy::language, String[]::new))
                .addArrayOfString(all(told, CustomerCopy::source, String[]::new))
                .addArrayOfUUID(all(told, CustomerCopy::campaign, UUID[]::new))
                .addArrayOfUUID(all(told, CustomerCopy::channelAccount, UUID[]::new))
                .addArrayOfUUID(all(told, CustomerCopy::team, UUID[]::new))
                .addArrayOfUUID(all(told, CustomerCopy::agent, UUID[]::new));
        return scores.around(
                transaction,
                tenant,
                () -> asked(transaction, CUSTOMERS, arguments).map(MoveScores.Moved::customers),
                change);
    }

    /** Around agents' going to other teams. */
    Uni<Void> ofAgents(SqlConnection transaction, String tenant, List<Membership> told, Supplier<Uni<Void>> change) {
        if (told.isEmpty()) {
            return change.get();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(all(told, Membership::agent, UUID[]::new))
                .addArrayOfOffsetDateTime(
                        all(told, membership -> membership.at().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfUUID(all(told, Membership::team, UUID[]::new));
        return scores.around(
                transaction,
                tenant,
                () -> asked(transaction, AGENTS, arguments).map(MoveScores.Moved::answers),
                change);
    }

    /** Around customers' becoming one, or several again. */
    Uni<Void> ofOneAnother(SqlConnection transaction, String tenant, List<UUID> customers, Supplier<Uni<Void>> change) {
        Tuple arguments = Tuple.of(tenant, customers.toArray(UUID[]::new));
        return scores.around(
                transaction,
                tenant,
                () -> asked(transaction, SAME, arguments).map(MoveScores.Moved::customers),
                change);
    }

    private static Uni<List<UUID>> asked(SqlConnection transaction, String statement, Tuple arguments) {
        return transaction.preparedQuery(statement).execute(arguments).map(rows -> {
            List<UUID> uuids = new ArrayList<>();
            rows.forEach(row -> uuids.add(row.getUUID(0)));
            return uuids;
        });
    }

    private static <T, V> @Nullable V[] all(
            List<T> of, Function<T, @Nullable V> field, IntFunction<@Nullable V[]> array) {
        return of.stream().map(field).toArray(array);
    }
}
