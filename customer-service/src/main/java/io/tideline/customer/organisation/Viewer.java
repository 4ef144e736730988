package io.tideline.customer.organisation;

import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Role;
import io.tideline.platform.access.Scope;
import io.tideline.platform.graph.TimeZone;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who asks, as the token says it. */
@Description("Who asks, as the token says it.")
public record Viewer(
        @Id @NonNull @Description("The identity provider's id of the caller.") String id,
        @NonNull @Description("Name of the caller.") String name,
        @NonNull @Description("Key of the organisation whose rows the caller sees.") String tenant,
        @NonNull @Description("Region that holds the organisation's data; empty where the token names none.")
                String region,
        @NonNull @Description("Roles of the caller, lower case.") List<@NonNull String> roles,
        @NonNull @Description("Scopes of the caller: the union over all roles.") List<@NonNull String> scopes,
        @NonNull @Description("Language and format preference (BCP 47).") String locale,
        @NonNull @Description("The caller's own time zone, or the organisation's where the token names none.")
                TimeZone timeZone,
        @Nullable @Description("External id of the team the caller leads or belongs to.") String team,
        @Nullable @Description("External id of the caller as an agent.") String agent) {

    static Viewer of(Caller caller, Organisation organisation) {
        return new Viewer(
                caller.subject(),
                caller.name(),
                caller.tenant(),
                caller.region(),
                caller.roles().stream().map(Role::text).sorted().toList(),
                caller.scopes().stream().map(Scope::text).sorted().toList(),
                caller.locale(),
                caller.zone() == null ? organisation.timeZone() : new TimeZone(caller.zone()),
                caller.team(),
                caller.agent());
    }
}
