package io.tideline.survey.score;

import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageInfo;
import io.tideline.platform.graph.PageRequest;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Comments and texts to questions, newest first.")
public record SurveyCommentConnection(
        @NonNull @Description("The comments of this page.") List<@NonNull SurveyCommentEdge> edges,
        @NonNull @Description("Where this page stands in the list.") PageInfo pageInfo) {
    public SurveyCommentConnection {
        edges = List.copyOf(edges);
    }

    static SurveyCommentConnection of(List<SurveyComment> read, PageRequest request) {
        Page<SurveyComment> page = Page.of(read, request, SurveyComment::cursor);
        return new SurveyCommentConnection(
                page.rows().stream()
                        .map(comment -> new SurveyCommentEdge(comment, comment.cursor()))
                        .toList(),
                page.info());
    }
}
