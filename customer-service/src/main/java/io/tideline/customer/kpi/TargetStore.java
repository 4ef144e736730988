package io.tideline.customer.kpi;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Targets that organisations set. */
@ApplicationScoped
class TargetStore {
    private static final String UP_TO =
            "from TargetEntity t where t.key.tenant = :tenant and t.key.validFrom <= :day order by t.key.validFrom";

    private final Sessions sessions;

    TargetStore(Sessions sessions) {
        this.sessions = sessions;
    }

    /** By KPI, the target that holds on {@code day}. */
    Uni<Map<String, SetTarget>> on(String tenant, LocalDate day) {
        return sessions.read(tenant, session -> session.createQuery(UP_TO, TargetEntity.class)
                .setParameter("tenant", tenant)
                .setParameter("day", day)
                .getResultList()
                .map(targets -> {
                    Map<String, SetTarget> latest = new HashMap<>();
                    targets.forEach(target -> latest.put(target.key.kpi(), target.read()));
                    return latest;
                }));
    }

    Uni<List<RowResult>> save(String tenant, List<ReadRow<SetTarget>> rows) {
        return sessions.write(tenant, session -> Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> save(session, tenant, row))
                .collect()
                .asList());
    }

    private static Uni<RowResult> save(Mutiny.Session session, String tenant, ReadRow<SetTarget> row) {
        SetTarget target = row.value();
        TargetEntity.Key key = new TargetEntity.Key(tenant, target.kpi(), target.validFrom());
        return session.find(TargetEntity.class, key).flatMap(known -> {
            if (known == null) {
                return session.persist(new TargetEntity(tenant, target)).replaceWith(row.became(RowStatus.ACCEPTED));
            }
            if (known.holds(target)) {
                return Uni.createFrom().item(row.became(RowStatus.DUPLICATE));
            }
            known.take(target);
            return Uni.createFrom().item(row.became(RowStatus.UPDATED));
        });
    }
}
