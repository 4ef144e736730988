package io.tideline.survey.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one customer.
 *
 * @param page newest first, one more than asked for where more follow
 * @param latestNps score of the latest net promoter answer
 */
record CustomerResponses(List<SurveyResponse> page, @Nullable Integer latestNps) {
    CustomerResponses {
        page = List.copyOf(page);
    }
}
