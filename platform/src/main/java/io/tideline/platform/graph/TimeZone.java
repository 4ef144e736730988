package io.tideline.platform.graph;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.time.ZoneId;
import org.eclipse.microprofile.graphql.Description;

/** GraphQL scalar for a time zone. */
@CustomScalar("TimeZone")
@Description("A name of the IANA time zone database: \"Europe/Berlin\".")
public record TimeZone(ZoneId zone) implements CustomStringScalar {
    public TimeZone(String name) {
        this(ZoneId.of(name));
    }

    @Override
    public String stringValueForSerialization() {
        return zone.getId();
    }

    @Override
    public String toString() {
        return stringValueForSerialization();
    }
}
