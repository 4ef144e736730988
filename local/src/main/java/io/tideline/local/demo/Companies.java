package io.tideline.local.demo;

import io.tideline.local.demo.Company.Channel;
import io.tideline.local.demo.Company.Market;
import io.tideline.local.demo.Company.Team;
import java.time.ZoneId;
import java.util.List;

/** The two organisations that a fresh platform knows. */
final class Companies {
    /** Sells from Berlin to five markets in their languages. */
    static final Company ACME = new Company(
            "acme",
            "integration",
            "Acme Outdoor",
            ZoneId.of("Europe/Berlin"),
            "EUR",
            1,
            2_000,
            List.of(
                    new Team("team-eu-1", "Europe", 5),
                    new Team("team-latam-1", "Latin America", 3),
                    new Team("team-apac-1", "Asia Pacific", 4)),
            List.of(
                    market("DE", "de", "team-eu-1", 0.28, 420, 1.05, 4, "whatsapp", "website"),
                    market("FR", "fr", "team-eu-1", 0.22, 380, 1.00, -4, "whatsapp", "website"),
                    market("BR", "pt", "team-latam-1", 0.22, 240, 1.04, 8, "whatsapp", "instagram"),
                    market("ID", "id", "team-apac-1", 0.16, 190, 0.94, 0, "whatsapp", "telegram"),
                    market("CN", "zh-Hans", "team-apac-1", 0.12, 560, 0.97, -8, "wechat")));

    /** A tenth of the size, on the other side of the Atlantic. */
    static final Company GLOBEX = new Company(
            "globex",
            "integration@globex",
            "Globex Supply",
            ZoneId.of("America/New_York"),
            "USD",
            101,
            200,
            List.of(new Team("team-us-1", "North America", 3)),
            List.of(
                    market("US", "en", "team-us-1", 0.60, 460, 1.04, 0, "sms", "website"),
                    market("CA", "en", "team-us-1", 0.25, 410, 1.00, 6, "sms"),
                    market("MX", "es", "team-us-1", 0.15, 260, 0.95, 2, "whatsapp")));

    static final List<Company> ALL = List.of(ACME, GLOBEX);

    private Companies() {}

    private static Market market(
            String code,
            String language,
            String team,
            double share,
            int medianOrder,
            double appetite,
            int warmth,
            String... platforms) {
        List<Channel> channels = java.util.Arrays.stream(platforms)
                .map(platform -> new Channel(
                        platform + "-" + code.toLowerCase(java.util.Locale.ROOT), code + " " + platform, platform))
                .toList();
        return new Market(code, language, team, share, medianOrder, appetite, warmth, channels);
    }
}
