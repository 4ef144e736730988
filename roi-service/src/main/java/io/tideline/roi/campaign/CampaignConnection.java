package io.tideline.roi.campaign;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of campaigns. */
@Description("A page of campaigns, newest first.")
public record CampaignConnection(
        @NonNull @Description("Campaigns with their cursors.") List<@NonNull CampaignEdge> edges,
        @NonNull @Description("Where the page stands in the list.") PageInfo pageInfo) {

    /** A campaign in its place. */
    @Description("A campaign in its place in the list.")
    public record CampaignEdge(
            @NonNull @Description("The campaign.") Campaign node,
            @NonNull @Description("Cursor of this place.") String cursor) {}

    public CampaignConnection {
        edges = List.copyOf(edges);
    }

    static CampaignConnection of(Page<Campaign> page) {
        List<CampaignEdge> edges = IntStream.range(0, page.rows().size())
                .mapToObj(
                        i -> new CampaignEdge(page.rows().get(i), page.cursors().get(i)))
                .toList();
        return new CampaignConnection(edges, page.info());
    }
}
