package io.tideline.survey.survey;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

@Type("Quota")
@Input("QuotaInput")
@Description("How many whole answers a survey takes from the public door, counted from when it was first set.")
public record Quota(
        @NonNull @Description("How many, up to 100000000; 0 takes a quota away.") Integer most,
        @Nullable
                @Description(
                        "True: who finishes first counts, and nobody after the last. By default those to whom it was shown before may still finish.")
                Boolean hard) {
    static final int HIGHEST = 100_000_000;

    public boolean isHard() {
        return Boolean.TRUE.equals(hard);
    }
}
