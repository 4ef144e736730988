package io.tideline.local.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The zone of times without an offset: the one asked for, else the organisation's; it is looked up once and only when needed. */
final class ImportZone implements Supplier<ZoneId> {
    private static final String FIRST_ORGANISATION = "acme";

    private final Supplier<String> organisation;
    private final Consumer<String> note;
    private @Nullable ZoneId zone;

    /**
     * @param organisation names the zone of the organisation, or throws {@link LocalException}
     * @param note is told which zone was chosen
     */
    ImportZone(@Nullable ZoneId asked, Supplier<String> organisation, Consumer<String> note) {
        this.zone = asked;
        this.organisation = organisation;
        this.note = note;
    }

    /** Asks the gateway for the zone of an organisation. */
    static Supplier<String> of(Platform platform, String tenant) {
        String user = tenant.equals(FIRST_ORGANISATION) ? "executive" : "executive@" + tenant;
        return () -> {
            JsonNode answer = platform.graphql(user, "{ organisation { timeZone } }", Map.of());
            JsonNode found = answer.path("data").path("organisation").path("timeZone");
            if (!found.isTextual()) {
                throw new LocalException("the organisation's time zone is not known: " + answer.path("errors"));
            }
            return found.asText();
        };
    }

    @Override
    public ZoneId get() {
        ZoneId known = zone;
        if (known == null) {
            known = ask();
            zone = known;
        }
        return known;
    }

    private ZoneId ask() {
        try {
            ZoneId found = ZoneId.of(organisation.get());
            note.accept("times without an offset are read as " + found
                    + ", the zone of the organisation; --time-zone changes it");
            return found;
        } catch (LocalException | DateTimeException e) {
            note.accept(
                    "times without an offset are read as UTC, since " + e.getMessage() + "; --time-zone changes it");
            return ZoneOffset.UTC;
        }
    }
}
