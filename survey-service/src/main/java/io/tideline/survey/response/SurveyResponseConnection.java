package io.tideline.survey.response;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import io.tideline.platform.graph.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Answers, newest first.")
public record SurveyResponseConnection(
        @NonNull @Description("The answers of this page.") List<@NonNull SurveyResponseEdge> edges,
        @NonNull @Description("Where this page stands in the list.") PageInfo pageInfo) {
    public SurveyResponseConnection {
        edges = List.copyOf(edges);
    }

    static SurveyResponseConnection of(List<SurveyResponse> read, PageRequest request) {
        Page<SurveyResponse> page = Page.of(read, request, SurveyResponse::cursor);
        return new SurveyResponseConnection(
                page.rows().stream()
                        .map(response -> new SurveyResponseEdge(response, response.cursor()))
                        .toList(),
                page.info());
    }
}
