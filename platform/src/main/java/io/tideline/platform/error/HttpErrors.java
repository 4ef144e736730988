package io.tideline.platform.error;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns refusals of plain HTTP doors into a status and a JSON body {@code {code, message, …details}}. */
public class HttpErrors {
    @ServerExceptionMapper
    public Response refuse(AppException refusal) {
        Map<String, Object> body = new LinkedHashMap<>(refusal.getExtensions());
        body.put("message", String.valueOf(refusal.getMessage()));
        Response.ResponseBuilder answer = Response.status(
                        refusal.code().family().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
        Object retryAfter = refusal.details().get("retryAfter");
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.build();
    }
}
