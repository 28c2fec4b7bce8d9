package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses text that cannot be stored: bytes that are not UTF-8, and the NUL character, which PostgreSQL has no place
 * for. Looks at the address and at JSON and form bodies; uploads are read as bytes. It
 * is known who asks, so that a browser is shown a page.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION + 3)
public final class SafeTextFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String address = request.getUriInfo().getRequestUri().toASCIIString().toLowerCase(Locale.ROOT);
        if (address.contains("%00")) {
            throw malformed("NUL character");
        }
        MediaType type = request.getMediaType();
        boolean form = type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        boolean json = type != null && type.getSubtype().endsWith("json");
        if (!form && !json) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String text = decoded(body);
        if (text.indexOf(0) >= 0 || form && text.contains("%00")) {
            throw malformed("NUL character");
        }
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("not UTF-8");
        }
    }

    private static Refused malformed(String reason) {
        return new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", reason));
    }
}
