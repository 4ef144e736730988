package io.tideline.funnel.funnel;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.UserError;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a funnel, or a new version of one. What stood before stays: periods that lie before the change keep their version. */
@ApplicationScoped
class DefineFunnel {
    private final Database database;
    private final FunnelStore store;
    private final KnownTags tags;

    DefineFunnel(Database database, FunnelStore store, KnownTags tags) {
        this.database = database;
        this.store = store;
        this.tags = tags;
    }

    Uni<DefineFunnelPayload> run(Caller caller, DefineFunnelInput input) {
        List<UserError> refusals = DefinitionRules.refusals(input);
        if (!refusals.isEmpty()) {
            return Uni.createFrom().item(DefineFunnelPayload.refused(refusals));
        }
        return database.write(caller.tenant(), transaction -> unknownTags(transaction, caller, input)
                .flatMap(unknown -> unknown.isEmpty()
                        ? store.locked(transaction, caller.tenant())
                                .flatMap(funnels -> define(transaction, caller, input, funnels))
                        : Uni.createFrom().item(DefineFunnelPayload.refused(unknown))));
    }

    private Uni<List<UserError>> unknownTags(SqlConnection transaction, Caller caller, DefineFunnelInput input) {
        Set<String> named = input.stages().stream()
                .map(stage -> stage.match().tag())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return tags.unknown(transaction, caller.tenant(), named)
                .map(unknown -> DefinitionRules.unknownTags(input.stages(), unknown));
    }

    private Uni<DefineFunnelPayload> define(
            SqlConnection transaction, Caller caller, DefineFunnelInput input, List<Funnel> funnels) {
        Optional<Funnel> known = funnels.stream()
                .filter(funnel -> funnel.key().equals(input.key()))
                .findFirst();
        int number = known.map(Funnel::version).orElse(0) + 1;
        FunnelVersion wanted = input.version(number, Instant.now().truncatedTo(ChronoUnit.MICROS));
        Optional<FunnelVersion> replayed = withKey(funnels, wanted.idempotencyKey());
        if (replayed.isPresent()) {
            return answered(
                    replayed.get().saysTheSameAs(wanted) ? known : Optional.empty(),
                    "input.idempotencyKey",
                    "This idempotency key was used for another definition.");
        }
        if (known.isPresent() && known.get().newest().saysTheSameAs(wanted)) {
            return answered(known, "", "");
        }
        if (known.isPresent()
                && !wanted.validFrom().isAfter(known.get().newest().validFrom())) {
            return answered(Optional.empty(), "input.validFrom", "A version begins after the one before it.");
        }
        return store.add(transaction, caller.tenant(), input.key(), wanted, caller.subject())
                .map(added -> new DefineFunnelPayload(
                        with(caller, input.key(), known, wanted, funnels.get(0).zone()), List.of()));
    }

    private static Optional<FunnelVersion> withKey(
            List<Funnel> funnels, @org.jspecify.annotations.Nullable String key) {
        return key == null
                ? Optional.empty()
                : funnels.stream()
                        .flatMap(funnel -> funnel.versions().stream())
                        .filter(version -> Objects.equals(version.idempotencyKey(), key))
                        .findFirst();
    }

    private static Funnel with(Caller caller, String key, Optional<Funnel> known, FunnelVersion added, ZoneId zone) {
        List<FunnelVersion> versions =
                new ArrayList<>(known.map(Funnel::versions).orElse(List.of()));
        versions.add(added);
        return Funnel.of(caller.tenant(), key, versions, zone);
    }

    private static Uni<DefineFunnelPayload> answered(Optional<Funnel> funnel, String field, String otherwise) {
        return Uni.createFrom()
                .item(funnel.map(found -> new DefineFunnelPayload(found, List.of()))
                        .orElseGet(() ->
                                DefineFunnelPayload.refused(List.of(new UserError("CONFLICT", field, otherwise)))));
    }
}
