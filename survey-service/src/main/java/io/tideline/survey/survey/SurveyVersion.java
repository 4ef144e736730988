package io.tideline.survey.survey;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** @param survey local id of the survey */
@Description("One version of a survey: what was asked from then on.")
@Cost(weight = 0)
public record SurveyVersion(
        @Ignore UUID survey,
        @Description("Number of the version, from 1.") int version,
        @NonNull @Description("What is asked on which scale.") String type,
        @NonNull @Description("Title.") String title,
        @NonNull @Description("Wording.") String question,
        @NonNull @Description("Language of the wording, as a BCP 47 tag.") String language,
        @NonNull @Description("When it was published.") Instant publishedAt) {}
