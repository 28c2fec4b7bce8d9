package coop.pools.notify.web;

import coop.pools.notify.MarkNoticesRead;
import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.ReadNotices;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page of what has been told to me. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class NoticePages {
    private static final int PAGE = 50;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final Pages pages;
    private final ReadNotices notices;
    private final MarkNoticesRead markRead;

    public NoticePages(Pages pages, ReadNotices notices, MarkNoticesRead markRead) {
        this.pages = pages;
        this.notices = notices;
        this.markRead = markRead;
    }

    @GET
    @Path("notices")
    public Page list(@Context Visit visit, @QueryParam("before") String before) {
        List<Told> told =
                notices.before(visit.caller(), instant("before", before).orElse(END), PAGE + 1);
        List<Line> lines = told.stream().limit(PAGE).map(Line::of).toList();
        String next =
                told.size() > PAGE ? "/notices?before=" + told.get(PAGE - 1).toldAt() : "";
        boolean unread = lines.stream().anyMatch(Line::unread);
        String newest = told.isEmpty() ? "" : told.get(0).toldAt().toString();
        return pages.page(visit, "/templates/notify/notices.ftlh", new NoticesPage(lines, next, newest, unread));
    }

    @POST
    @Path("notices/read")
    public Response read(@Context Visit visit, @FormParam("upTo") String upTo) {
        markRead.mark(
                visit.caller(), Fields.required("upTo", instant("upTo", upTo).orElse(null)));
        return Pages.seeOther("/notices");
    }

    private static Optional<Instant> instant(String field, String sent) {
        String text = Fields.optionalText(field, sent, 40);
        try {
            return text.isEmpty() ? Optional.empty() : Fields.moment(field, Instant.parse(text));
        } catch (java.time.DateTimeException e) {
            throw Fields.invalid(field, "a moment in ISO 8601");
        }
    }

    /** What the page shows; {@code newest} goes along when all are marked as read. */
    public record NoticesPage(List<Line> lines, String next, String newest, boolean unread) {}

    /** One notice. */
    public record Line(String text, String path, String atIso, String atText, boolean unread) {
        static Line of(Told told) {
            return new Line(
                    told.text(),
                    told.path(),
                    told.toldAt().toString(),
                    InstantText.of(told.toldAt()),
                    told.readAt().isEmpty());
        }
    }
}
