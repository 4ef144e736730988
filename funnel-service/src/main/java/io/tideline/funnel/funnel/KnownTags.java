package io.tideline.funnel.funnel;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.MomentNames;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which tags mean something: those that somebody has carried, and those of the standard funnel. Any other is misspelt. */
@ApplicationScoped
public class KnownTags {
    private final Database database;
    private final MomentNames names;

    KnownTags(Database database, MomentNames names) {
        this.database = database;
        this.names = names;
    }

    /** Those of the tags that nobody in the organisation has ever carried. */
    public Uni<Set<String>> unknown(String tenant, Collection<String> tags) {
        return names.remembers(tenant, told(tags))
                ? Uni.createFrom().item(Set.of())
                : database.read(tenant, connection -> unknown(connection, tenant, tags));
    }

    Uni<Set<String>> unknown(SqlConnection connection, String tenant, Collection<String> tags) {
        Set<MomentName> told = told(tags);
        return names.find(connection, tenant, told).map(found -> told.stream()
                .filter(tag -> !found.containsKey(tag))
                .map(MomentName::name)
                .collect(Collectors.toSet()));
    }

    private static Set<MomentName> told(Collection<String> tags) {
        return tags.stream()
                .filter(Predicate.not(StandardFunnel.TAGS::contains))
                .map(MomentName::tag)
                .collect(Collectors.toSet());
    }
}
