package io.tideline.platform.graph;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Customers a number is asked for. Values within a field are alternatives, fields narrow each other. */
@Input("SegmentInput")
@Description("Which customers count: any of the values within a field, and all fields together. "
        + "A field that is absent or null does not narrow; an empty list matches nobody.")
public record SegmentInput(
        @Nullable @Description("Markets.") List<@NonNull String> markets,
        @Nullable @Description("Languages, as recorded.") List<@NonNull String> languages,
        @Nullable @Description("Sources.") List<@NonNull String> sources,
        @Nullable @Id @Description("Global ids of campaigns.") List<@NonNull String> campaigns,
        @Nullable @Id @Description("Global ids of channel accounts.") List<@NonNull String> channelAccounts,
        @Nullable @Id @Description("Global ids of teams.") List<@NonNull String> teams,
        @Nullable @Id @Description("Global ids of agents.") List<@NonNull String> agents,
        @Nullable @Description("Tags active at the end of the period, or now where there is no period.")
                List<@NonNull String> tags) {

    /** The segment that every customer is in. */
    public static final SegmentInput EVERYONE = new SegmentInput(null, null, null, null, null, null, null, null);

    public SegmentInput {
        markets = copy(markets);
        languages = copy(languages);
        sources = copy(sources);
        campaigns = copy(campaigns);
        channelAccounts = copy(channelAccounts);
        teams = copy(teams);
        agents = copy(agents);
        tags = copy(tags);
    }

    public static SegmentInput orEveryone(@Nullable SegmentInput segment) {
        return segment == null ? EVERYONE : segment;
    }

    private static @Nullable List<String> copy(@Nullable List<String> values) {
        return values == null ? null : List.copyOf(values);
    }
}
