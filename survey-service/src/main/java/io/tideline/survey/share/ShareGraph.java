package io.tideline.survey.share;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.error.AppException;
import io.tideline.survey.link.LinkConfig;
import io.tideline.survey.survey.Survey;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Codes and snippets of a survey for those who write surveys. */
@GraphQLApi
public class ShareGraph {
    private static final Pattern PLACE = Pattern.compile("[^\\s\"'<>&]{1,1000}");

    private final LinkConfig config;

    ShareGraph(LinkConfig config) {
        this.config = config;
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Address of the page that shows the survey alone.")
    public String pageUrl(@Source Survey survey) {
        return config.publicUrl().resolve("/w/v1/link/" + survey.publicKey()).toString();
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("QR code of that page, as SVG, for print at any size.")
    public String qrCode(@Source Survey survey) {
        return QrCode.svg(pageUrl(survey));
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description(
            "HTML for an e-mail: the question, a link for each step and what stands at the ends. A step is chosen by its link and counts once the reader presses the button there.")
    public String emailHtml(
            @Source Survey survey,
            @Name("language")
                    @Nullable
                    @Description(
                            "Language of the e-mail, BCP 47; what the survey was not translated to is in the language it was written in.")
                    String language,
            @Name("link")
                    @Nullable
                    @Description(
                            "Address the steps lead to, such as the url of a signed link or the place where a mailing system puts it, {{link}}; by default the page that anybody may answer.")
                    String link) {
        if (link != null && !PLACE.matcher(link).matches()) {
            throw AppException.badInput(
                    "link", "An address has 1 to 1000 characters, none of them a space or a quote.");
        }
        return EmailSnippet.html(survey.asked(), language, link == null ? pageUrl(survey) : link);
    }
}
