package io.tideline.survey.feedback;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Input("TextToReadInput")
@Description("A text that is not kept here, such as what a customer wrote in a conversation.")
public record TextToReadInput(
        @NonNull @Description("Up to 4,000 characters.") String text,
        @Nullable
                @Description(
                        "Its language as a BCP 47 tag, where that is known; else it is told by its letters and words.")
                String language) {}
