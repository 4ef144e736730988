package io.tideline.survey.survey;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("FollowUp")
@Input("FollowUpInput")
@Description("A question after the survey's own.")
public record FollowUp(
        @NonNull @Description("Names it in answers: 1 to 40 letters, digits, - and _.") String key,
        @NonNull @Description("How it is answered.") QuestionKind kind,
        @NonNull @Description("Wording.") String text,
        @Nullable @Description("Whether an answer without it is not whole; by default it may be left out.")
                Boolean required,
        @Nullable @Description("2 to 20 options; of SINGLE and MULTI alone.") List<@NonNull Choice> options,
        @Nullable @Description("Where its answers lead; without one that holds, to the next question.")
                List<@NonNull Branch> branches) {
    public FollowUp {
        options = options == null ? null : List.copyOf(options);
        branches = branches == null ? null : List.copyOf(branches);
    }

    public boolean mustBeAnswered() {
        return Boolean.TRUE.equals(required);
    }

    public boolean offers(String option) {
        return options != null && options.stream().anyMatch(one -> one.key().equals(option));
    }
}
