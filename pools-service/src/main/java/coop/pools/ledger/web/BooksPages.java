package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import coop.pools.ledger.OtherChecks;
import coop.pools.ledger.ReadAudits;
import coop.pools.ledger.ReadAudits.Audited;
import coop.pools.ledger.ReadHeads;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the books are checked, for everybody: the last audit of each, what was published, with which key. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class BooksPages {
    private static final int PAGE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final Pages pages;
    private final ReadAudits audits;
    private final ReadHeads heads;
    private final OtherChecks others;

    public BooksPages(Pages pages, ReadAudits audits, ReadHeads heads, OtherChecks others) {
        this.others = others;
        this.pages = pages;
        this.audits = audits;
        this.heads = heads;
    }

    @GET
    @Path("/books")
    public Page read(@Context Visit visit, @QueryParam("after") String after) {
        List<Audited> found = audits.list(after == null ? FIRST : Fields.pathId(after), PAGE);
        String next =
                found.size() < PAGE ? "" : "/books?after=" + found.get(PAGE - 1).book();
        return pages.page(
                visit,
                "/templates/ledger/books.ftlh",
                new Model(
                        found.stream().map(Line::of).toList(),
                        next,
                        others.all(),
                        heads.keys().stream().map(KeyLine::of).toList()));
    }

    /** What the page shows; {@code next} is empty on its last page. */
    public record Model(List<Line> books, String next, List<OtherChecks.Check> others, List<KeyLine> keys) {}

    /** A book; moments that have not been are empty. */
    public record Line(
            String name,
            String url,
            long entries,
            Moment published,
            Moment audited,
            Moment whole,
            String fault,
            List<FreezeLine> stopped) {
        static Line of(Audited book) {
            return new Line(
                    book.name().map(BookName::name).orElse("A former book"),
                    book.name().map(name -> name.path() + "/ledger").orElse(""),
                    book.entries(),
                    Moment.of(book.publishedAt()),
                    Moment.of(book.auditedAt()),
                    Moment.of(book.wholeAt()),
                    book.fault(),
                    FreezeLine.of(book.stopped()));
        }
    }

    /** A moment for machines and for people; both empty for none. */
    public record Moment(String iso, String text) {
        static Moment of(Optional<Instant> at) {
            return new Moment(
                    at.map(Instant::toString).orElse(""),
                    at.map(InstantText::of).orElse(""));
        }
    }

    /** A key; {@code retired} is empty for the one that signs. */
    public record KeyLine(String id, String publicKey, String since, String retired) {
        static KeyLine of(ReadHeads.Key key) {
            return new KeyLine(
                    key.id(),
                    Base64.getEncoder().encodeToString(key.publicKey()),
                    InstantText.day(key.createdAt()),
                    key.retiredAt().map(InstantText::day).orElse(""));
        }
    }
}
