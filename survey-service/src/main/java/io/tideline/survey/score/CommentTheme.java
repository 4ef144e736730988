package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A theme that a comment touches.")
public record CommentTheme(
        @NonNull @Description("Name of the theme.") String theme,
        @NonNull @Description("The keyword that told it.") String keyword,
        @NonNull @Description("What the comment says of the theme, which may differ from what it says as a whole.")
                Sentiment sentiment) {}
