package io.tideline.funnel.funnel;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.sql.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A way through stages that customers are measured by, as its newest version says it. */
@Key(fields = @FieldSet("id"))
@RequiresScopes(scopes = @ScopeGroup(@ScopeItem("funnel:read")))
@Description("A way through stages that customers are measured by.")
public record Funnel(
        @Id @NonNull @Description("Global id.") String id,
        @NonNull @Description("The organisation's own key.") String key,
        @NonNull @Description("Title of the newest version.") String title,
        @Description("Number of the newest version.") int version,
        @ListSize(assumedSize = 8) @NonNull @Description("Stages of the newest version, in order.")
                List<@NonNull FunnelStage> stages,
        @Nullable
                @Description("Window of the newest version: longest time from the first stage to the last, inclusive.")
                Duration window,
        @ListSize(assumedSize = 3) @NonNull @Description("All versions, the first one first.")
                List<@NonNull FunnelVersion> versions,
        @Ignore ZoneId zone) {
    public static final String TYPE = "Funnel";

    public Funnel {
        stages = List.copyOf(stages);
        versions = List.copyOf(versions);
    }

    /**
     * @param versions at least one, in order
     * @param zone whose days the organisation goes by
     */
    static Funnel of(String tenant, String key, List<FunnelVersion> versions, ZoneId zone) {
        FunnelVersion newest = versions.get(versions.size() - 1);
        return new Funnel(
                GlobalId.of(TYPE, uuid(tenant, key)),
                key,
                newest.title(),
                newest.version(),
                newest.stages(),
                newest.window(),
                versions,
                zone);
    }

    static UUID uuid(String tenant, String key) {
        return Ids.uuid(tenant, "funnel", key);
    }

    /** The version in force at an instant. Facts older than the first version are read by the first. */
    @Ignore
    public FunnelVersion inForceAt(Instant instant) {
        FunnelVersion found = versions.get(0);
        for (FunnelVersion version : versions) {
            if (!version.validFrom().isAfter(instant)) {
                found = version;
            }
        }
        return found;
    }

    @Ignore
    public FunnelVersion numbered(int number) {
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> AppException.badInput("version", "This funnel has no version " + number + "."));
    }

    @Ignore
    FunnelVersion newest() {
        return versions.get(versions.size() - 1);
    }
}
