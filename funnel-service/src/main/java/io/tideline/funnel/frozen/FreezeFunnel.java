package io.tideline.funnel.frozen;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Organisations;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStore;
import io.tideline.funnel.result.FunnelOptions;
import io.tideline.funnel.result.Results;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.TimeZone;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes a period: keeps the whole organisation's result by the definition in force. */
@ApplicationScoped
class FreezeFunnel {
    private final Organisations organisations;
    private final FunnelStore funnels;
    private final Results results;
    private final FrozenStore store;

    FreezeFunnel(Organisations organisations, FunnelStore funnels, Results results, FrozenStore store) {
        this.organisations = organisations;
        this.funnels = funnels;
        this.results = results;
        this.store = store;
    }

    Uni<FreezeFunnelPayload> run(Caller caller, FreezeFunnelInput input) {
        if (!caller.visibility().equals(Visibility.ALL)) {
            return refused("FORBIDDEN", null, "Only who sees all customers can close a period.");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return funnels.all(caller.tenant()).flatMap(all -> all.stream()
                .filter(funnel -> funnel.key().equals(input.funnel()))
                .findFirst()
                .map(funnel -> organisations
                        .zone(caller.tenant())
                        .flatMap(zone -> freeze(caller, funnel, input.period().in(zone), now)))
                .orElseGet(() -> refused("NOT_FOUND", "input.funnel", "There is no funnel of this key.")));
    }

    private Uni<FreezeFunnelPayload> freeze(Caller caller, Funnel funnel, Period period, Instant now) {
        if (!period.isCompleteAt(now)) {
            return refused("TOO_EARLY", "input.period", "A period is closed when its last day is over.");
        }
        return results.total(funnel, new Results.Asked(input(period), null, FunnelOptions.knownAt(now, null)))
                .flatMap(result -> store.freeze(caller.tenant(), funnel, period, result, caller.subject()))
                .flatMap(frozen -> store.one(caller.tenant(), funnel, period))
                .map(frozen -> new FreezeFunnelPayload(frozen, List.of()));
    }

    private static PeriodInput input(Period period) {
        return new PeriodInput(period.from(), period.to(), new TimeZone(period.zone()));
    }

    private static Uni<FreezeFunnelPayload> refused(String code, @Nullable String field, String message) {
        return Uni.createFrom().item(FreezeFunnelPayload.refused(new UserError(code, field, message)));
    }
}
