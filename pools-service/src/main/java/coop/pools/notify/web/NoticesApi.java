package coop.pools.notify.web;

import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.ReadNotices;
import coop.pools.platform.web.Visit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What has been told to the caller. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesApi {
    private static final int MOST = 200;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final ReadNotices notices;

    public NoticesApi(ReadNotices notices) {
        this.notices = notices;
    }

    /** The newest 200, the newest first. */
    @GET
    @Path("/api/v1/me/notices")
    public NoticeList list(@Context Visit visit) {
        return new NoticeList(notices.before(visit.caller(), END, MOST).stream()
                .map(NoticeJson::of)
                .toList());
    }

    /** The newest notices. */
    public record NoticeList(List<NoticeJson> items) {}

    /**
     * A notice.
     *
     * @param kind a stable word, for example {@code REFUND_PAID}
     * @param path where to read more
     */
    public record NoticeJson(UUID id, String kind, String text, String path, Instant toldAt, Optional<Instant> readAt) {
        static NoticeJson of(Told told) {
            return new NoticeJson(told.id(), told.kind(), told.text(), told.path(), told.toldAt(), told.readAt());
        }
    }
}
