package io.tideline.platform.sql;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Hibernate Reactive behind the tenant wall. Each call has a session of its own: sibling GraphQL fields run at the same time on one Vert.x context
 * and would otherwise share, and break, one session.
 */
@ApplicationScoped
public class Sessions {
    private static final String SET_TENANT = "SELECT set_config('tideline.tenant', :tenant, true)";

    private final Instance<Mutiny.SessionFactory> factories;

    public Sessions(Instance<Mutiny.SessionFactory> factories) {
        this.factories = factories;
    }

    /** Loads, changes and flushes things with a life, in one transaction. */
    public <T> Uni<T> write(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return CutOff.from(cut -> factories
                .get()
                .openSession()
                .flatMap(session -> session.withTransaction(open -> session.createNativeQuery(SET_TENANT, String.class)
                                .setParameter("tenant", tenant)
                                .getSingleResult()
                                .flatMap(set -> {
                                    cut.begin();
                                    return work.apply(session);
                                }))
                        .onTermination()
                        .call(session::close))
                .onFailure()
                .transform(Sessions::translate));
    }

    /** As {@link #write}, for work that changes nothing. */
    public <T> Uni<T> read(String tenant, Function<Mutiny.Session, Uni<T>> work) {
        return write(tenant, session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        });
    }

    private static Throwable translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable translated = DatabaseFaults.translate(cause);
            if (translated != cause) {
                return translated;
            }
        }
        return failure;
    }
}
