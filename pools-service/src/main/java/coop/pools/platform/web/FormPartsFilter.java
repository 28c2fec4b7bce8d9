package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * Refuses forms of more parts than any form here has, while they are read. What reads them keeps every part and every
 * line before it in memory, which takes fifty times the bytes that were sent.
 */
@PreMatching
@Priority(2)
public final class FormPartsFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type == null || !type.getType().equalsIgnoreCase("multipart")) {
            return;
        }
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", "no boundary"));
        }
        request.setEntityStream(new FormParts(request.getEntityStream(), boundary));
    }
}
