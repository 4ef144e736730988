package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A text question that somebody answered.")
@Cost(weight = 0)
public record CommentQuestion(
        @NonNull @Description("Names it in the survey.") String key,
        @NonNull
                @Description(
                        "Wording in the survey's own language, of the version that was answered; the key where no version asks it.")
                String text) {}
