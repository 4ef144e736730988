package io.tideline.survey.followup;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import io.tideline.platform.graph.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Follow-ups, those due first.")
public record FollowUpCaseConnection(
        @NonNull @Description("The follow-ups of this page.") List<@NonNull FollowUpCaseEdge> edges,
        @NonNull @Description("Where this page stands in the list.") PageInfo pageInfo) {
    public FollowUpCaseConnection {
        edges = List.copyOf(edges);
    }

    static FollowUpCaseConnection of(List<FollowUpCase> read, PageRequest request) {
        Page<FollowUpCase> page = Page.of(read, request, FollowUpCase::cursor);
        return new FollowUpCaseConnection(
                page.rows().stream()
                        .map(followUp -> new FollowUpCaseEdge(followUp, followUp.cursor()))
                        .toList(),
                page.info());
    }
}
