package io.tideline.survey.survey;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** All conditions that are given must hold; without any it always does. */
@Type("Branch")
@Input("BranchInput")
@Description(
        "Where an answer leads. All conditions that are given must hold; of several branches the first that holds counts.")
public record Branch(
        @Nullable @Description("Lowest score; only of the survey's own question.") Integer atLeast,
        @Nullable @Description("Highest score; only of the survey's own question.") Integer atMost,
        @Nullable @Description("Keys of options of which one is chosen; of a consent true or false.")
                List<@NonNull String> anyOf,
        @NonNull @Description("Key of a follow-up question further on, or END.") String goTo) {
    /** Where nothing more is asked. */
    static final String END = "END";

    public Branch {
        anyOf = anyOf == null ? null : List.copyOf(anyOf);
    }
}
