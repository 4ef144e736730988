package io.tideline.survey.survey;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version asks beyond its one scored question.
 *
 * @param branches where the score leads; without one that holds, to the first follow-up
 */
public record SurveyDesign(List<Branch> branches, List<FollowUp> followUps, List<Translation> translations) {
    /** Nothing but the scored question, in one language. */
    public static final SurveyDesign NONE = new SurveyDesign(List.of(), List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(SurveyDesign.class);

    public SurveyDesign {
        branches = List.copyOf(branches);
        followUps = List.copyOf(followUps);
        translations = List.copyOf(translations);
    }

    /** @param text as {@link #write} gave it, or null for none */
    public static SurveyDesign read(@Nullable String text) {
        try {
            return text == null ? NONE : JSON.readValue(text, SurveyDesign.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored design", broken);
        }
    }

    /** Null where there is nothing to keep. */
    @Nullable
    String write() {
        try {
            return equals(NONE) ? null : WRITER.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Optional<FollowUp> followUp(String key) {
        return followUps.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Whether a question is answered in words of one's own. */
    public boolean isText(String key) {
        return followUp(key).filter(one -> one.kind() == QuestionKind.TEXT).isPresent();
    }

    /**
     * The follow-ups that somebody with these answers is asked, in order. What is not answered leads to the next question.
     *
     * @param answers keys of chosen options, {@code true} or {@code false} of a consent, by question
     */
    public List<FollowUp> path(@Nullable Integer score, Map<String, List<String>> answers) {
        List<FollowUp> path = new ArrayList<>();
        int place = score == null ? 0 : next(branches, 0, score, List.of());
        while (place < followUps.size()) {
            FollowUp asked = followUps.get(place);
            path.add(asked);
            List<String> given = answers.get(asked.key());
            List<Branch> ways = asked.branches() == null ? List.of() : asked.branches();
            place = given == null ? place + 1 : next(ways, place + 1, null, given);
        }
        return path;
    }

    private int next(List<Branch> ways, int otherwise, @Nullable Integer score, List<String> given) {
        return ways.stream()
                .filter(way -> holds(way, score, given))
                .findFirst()
                .map(way -> place(way.goTo()))
                .orElse(otherwise);
    }

    private static boolean holds(Branch way, @Nullable Integer score, List<String> given) {
        Integer least = way.atLeast();
        Integer most = way.atMost();
        List<String> anyOf = way.anyOf();
        return (least == null || (score != null && score >= least))
                && (most == null || (score != null && score <= most))
                && (anyOf == null || anyOf.stream().anyMatch(given::contains));
    }

    /** Place of a follow-up; behind the last one where there is none of this key. */
    int place(String key) {
        for (int place = 0; place < followUps.size(); place++) {
            if (followUps.get(place).key().equals(key)) {
                return place;
            }
        }
        return followUps.size();
    }
}
