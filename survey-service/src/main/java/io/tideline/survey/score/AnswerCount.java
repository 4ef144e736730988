package io.tideline.survey.score;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Description("How many answers stand behind the scores of one type of survey.")
public record AnswerCount(
        @NonNull @Description("What was asked on which scale.") String type,
        @Nullable @Description("How many; null where so few answered that the score is not shown.") Integer count,
        @NonNull
                @Description(
                        "The same for people: a number, or <5 below the organisation's floor, or hidden where the number would give a smaller one away.")
                String shown) {}
