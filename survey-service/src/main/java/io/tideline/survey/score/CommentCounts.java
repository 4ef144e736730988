package io.tideline.survey.score;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counted texts by what they say, and by what they say of each theme.
 *
 * @param hidden whether they come from so few answers that they are not shown
 */
record CommentCounts(TextTally whole, Map<String, TextTally> byTheme, boolean hidden) {
    static final CommentCounts NONE = new CommentCounts(TextTally.NONE, Map.of(), false);

    CommentCounts {
        byTheme = new TreeMap<>(byTheme);
    }

    CommentCounts unseen() {
        return new CommentCounts(TextTally.NONE, Map.of(), true);
    }
}
