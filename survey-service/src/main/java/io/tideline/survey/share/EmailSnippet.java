package io.tideline.survey.share;

import io.tideline.survey.survey.Question;
import io.tideline.survey.survey.SurveyType;

/**
 * The question and its scale as HTML that e-mail programs show: one table, styles in the elements, no script and no image. Each step is a link that
 * chooses it; nothing counts before the reader presses the button on the page behind it.
 */
final class EmailSnippet {
    private static final String TABLE =
            """
            <table role="presentation" cellpadding="0" cellspacing="0" border="0" dir="%s" lang="%s" style="font-family:Arial,sans-serif;color:#12242b">
            <tr><td colspan="%d" style="padding:0 0 12px;font-size:17px;font-weight:bold">%s</td></tr>
            <tr>%s</tr>
            </table>
            """;
    private static final String STEP =
            "<td style=\"padding:0 4px 4px 0\"><a href=\"%s\" style=\"display:block;min-width:22px;padding:10px 8px;border:1px solid #7b8d95;border-radius:8px;color:#12242b;text-align:center;text-decoration:none\">%d</a></td>";

    private EmailSnippet() {}

    /** @param address of the page of the survey, with what it signs or the place where a mailing system puts that, and nothing behind it */
    static String html(Question asked, String address, boolean rightToLeft) {
        SurveyType type = asked.type();
        StringBuilder steps = new StringBuilder();
        String start = escaped(address) + (address.contains("#") ? "&amp;score=" : "#score=");
        for (int score = type.lowest(); score <= type.highest(); score++) {
            steps.append(STEP.formatted(start + score, score));
        }
        String direction = rightToLeft ? "rtl" : "ltr";
        return TABLE.formatted(direction, escaped(asked.language()), type.steps(), escaped(asked.text()), steps);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
