package io.tideline.survey.share;

import io.tideline.survey.survey.Question;
import io.tideline.survey.survey.SurveyType;
import io.tideline.survey.survey.Translation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The question and its scale as HTML that e-mail programs show: one table, styles in the elements, no script and no image. Each step is a link that
 * chooses it; nothing counts before the reader presses the button on the page behind it.
 */
final class EmailSnippet {
    private static final String HEAD =
            """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" dir="%s" lang="%s" style="font-family:Arial,sans-serif;color:#12242b">
            <tr><td colspan="%d" style="padding:0 0 12px;font-size:17px;font-weight:bold">%s</td></tr>
            <tr>%s</tr>
            """;
    private static final String ENDS =
            """
            <tr lang="%s" dir="%s" style="font-size:13px;color:#4d626b">
            <td colspan="%d" align="%s" valign="top">%s</td>
            <td colspan="%d" align="%s" valign="top">%s</td>
            </tr>
            </table>
            """;
    private static final String STEP =
            "<td width=\"%d%%\" style=\"padding:0 4px 4px 0\"><a href=\"%s\" style=\"display:block;min-width:22px;padding:10px 8px;border:1px solid #7b8d95;border-radius:8px;color:#12242b;text-align:center;text-decoration:none\">%d</a></td>";

    private EmailSnippet() {}

    /**
     * @param wanted language ranges as in Accept-Language; null for the language that the survey was written in
     * @param address of the page of the survey, with what it signs or the place where a mailing system puts that, and nothing behind it
     */
    static String html(Question asked, @Nullable String wanted, String address) {
        SurveyType type = asked.type();
        Optional<Translation> shown = asked.translation(wanted);
        String language = shown.map(Translation::language).orElse(asked.language());
        StringBuilder steps = new StringBuilder();
        String start = escaped(address) + (address.contains("#") ? "&amp;score=" : "#score=");
        for (int score = type.lowest(); score <= type.highest(); score++) {
            steps.append(STEP.formatted(100 / type.steps(), start + score, score));
        }
        String question = shown.map(Translation::question).orElse(asked.text());
        String head = HEAD.formatted(
                EndLabels.direction(language), escaped(language), type.steps(), escaped(question), steps);
        return head + ends(type, language);
    }

    /** The words at the ends, each below its half of the steps. */
    private static String ends(SurveyType type, String language) {
        EndLabels ends = EndLabels.of(type, language);
        boolean leftFirst = EndLabels.direction(language).equals("ltr");
        int half = type.steps() / 2;
        return ENDS.formatted(
                escaped(ends.language()),
                EndLabels.direction(ends.language()),
                half,
                leftFirst ? "left" : "right",
                escaped(ends.lowest()),
                type.steps() - half,
                leftFirst ? "right" : "left",
                escaped(ends.highest()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
