package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description(
        "What comments and texts to questions say of one theme; each counts by itself, however many come from one answer.")
public record ThemeMix(
        @NonNull @Description("Name of the theme.") String theme,
        @Description("Comments and texts that touch it.") int comments,
        @Description("Those that praise it.") int positive,
        @Description("Those that mention it only.") int neutral,
        @Description("Those that blame it.") int negative) {}
