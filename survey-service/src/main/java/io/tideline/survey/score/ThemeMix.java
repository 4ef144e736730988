package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("What comments say of one theme.")
public record ThemeMix(
        @NonNull @Description("Name of the theme.") String theme,
        @Description("Comments that touch it.") int comments,
        @Description("Comments that praise it.") int positive,
        @Description("Comments that mention it only.") int neutral,
        @Description("Comments that blame it.") int negative) {}
