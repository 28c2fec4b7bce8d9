package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses bodies over the limit while they are read; {@link AnnouncedLengthFilter} does it before, where it can.
 *
 * <p>Before any refusal is sent, what the client is still sending is thrown away ({@link RestOfBody}).
 */
@PreMatching
@Priority(1)
public final class BodyLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final long MOST_BYTES = 1024 * 1024;
    private static final long MOST_UPLOAD_BYTES = 8 * 1024 * 1024;
    /** Five receipts together: what the forms say, and what a refusal says. */
    private static final long MOST_RECEIPTS_BYTES = 20 * 1024 * 1024;
    /** The form around them. */
    private static final long FORM_BYTES = 1024 * 1024;

    private static final Pattern WITH_FILES = Pattern.compile("(api/v1/)?(pools/[^/]+/expenses|payouts/[^/]+/words"
            + "|(proposals|comments)/[^/]+/attachments|proposals/[^/]+/edit/attachments)");

    private static final String BODY = BodyLimitFilter.class.getName();

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        long limit = limitOf(path);
        request.setProperty(BODY, request.getEntityStream());
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean sentOnlyWhenAsked = request.getHeaderString("Expect") != null;
        if (response.getStatus() >= 400
                && !sentOnlyWhenAsked
                && request.getLength() <= RestOfBody.MOST_BYTES
                && request.getProperty(BODY) instanceof InputStream body) {
            RestOfBody.throwAway(body);
        }
    }

    static long limitOf(String path) {
        if (path.endsWith("groups/csv")) {
            return MOST_UPLOAD_BYTES;
        }
        return WITH_FILES.matcher(path).matches() ? MOST_RECEIPTS_BYTES + FORM_BYTES : MOST_BYTES;
    }

    /** Says of receipts how large they may be, not how large the whole form may be. */
    static Refused tooLarge(long limit) {
        return new Refused(CommonRefusal.BODY_TOO_LARGE, Map.of("mostBytes", Math.min(limit, MOST_RECEIPTS_BYTES)));
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private long read;

        private Limited(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
