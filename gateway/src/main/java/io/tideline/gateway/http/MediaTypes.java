package io.tideline.gateway.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content types in and out. */
final class MediaTypes {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";
    static final String GRAPHQL = "application/graphql-response+json";

    private MediaTypes() {}

    /** The media type to answer with, null when the client takes none of ours. Without a wish it is plain JSON. */
    static @Nullable String chosen(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        String best = null;
        double bestQuality = 0;
        for (String wish : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = wish.split(";", -1);
            String ours = ours(parts[0].trim());
            double quality = quality(parts);
            if (ours != null && quality > bestQuality) {
                best = ours;
                bestQuality = quality;
            }
        }
        return best;
    }

    /** Whether the client names server-sent events among what it takes. */
    static boolean takesEvents(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(EVENTS);
    }

    private static @Nullable String ours(String wish) {
        return switch (wish) {
            case "*/*", "application/*", JSON -> JSON;
            case GRAPHQL -> GRAPHQL;
            default -> null;
        };
    }

    private static double quality(String[] parts) {
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].trim();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException unreadable) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /** Whether a content type is JSON in UTF-8. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].trim().equals(JSON)) {
            return false;
        }
        for (int index = 1; index < parts.length; index++) {
            String parameter = parts[index].trim().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
