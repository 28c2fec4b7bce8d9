package coop.pools.flood.web;

import coop.pools.flood.Member;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadStatements;
import coop.pools.flood.StakeStatement;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Quarter;
import coop.pools.flood.web.StatementPage.MoveLine;
import coop.pools.governance.domain.BodyRef;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.BookWords;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The page of what a Pool, or a Flood within, had in a Flood over a quarter; public, as the book is. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class StatementPages {
    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadFloods floods;
    private final ReadStatements statements;
    private final BookWords words;

    public StatementPages(Pages pages, ReadFloods floods, ReadStatements statements, BookWords words) {
        this.pages = pages;
        this.floods = floods;
        this.statements = statements;
        this.words = words;
    }

    @GET
    @Path("/floods/{slug}/pools/{pool}/statement")
    public Page ofPool(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @PathParam("pool") String pool,
            @QueryParam("quarter") String quarter,
            @QueryParam("after") String after) {
        return page(visit, read(slug, BodyRef.Kind.POOL, pool, quarter), Fields.afterSeq(after));
    }

    @GET
    @Path("/floods/{slug}/floods/{flood}/statement")
    public Page ofFlood(
            @Context Visit visit,
            @PathParam("slug") String slug,
            @PathParam("flood") String flood,
            @QueryParam("quarter") String quarter,
            @QueryParam("after") String after) {
        return page(visit, read(slug, BodyRef.Kind.FLOOD, flood, quarter), Fields.afterSeq(after));
    }

    private StakeStatement read(String slug, BodyRef.Kind kind, String member, String quarter) {
        return read(floods, statements, slug, kind, member, quarter);
    }

    /** @param sent as typed; the present quarter where none is given */
    static StakeStatement read(
            ReadFloods floods,
            ReadStatements statements,
            String slug,
            BodyRef.Kind kind,
            String memberSlug,
            String sent) {
        Flood flood = floods.bySlug(slug);
        Member member = statements.member(flood, kind, memberSlug);
        String text = Fields.optionalText("quarter", sent, 10);
        Optional<Quarter> quarter = text.isEmpty() ? Optional.of(statements.current()) : Quarter.read(text);
        return quarter.flatMap(asked -> statements.of(flood, member, asked))
                .orElseThrow(() -> Fields.invalid("quarter", "one in which the Flood was there, such as 2026-Q4"));
    }

    private Page page(Visit visit, StakeStatement statement, long after) {
        List<Entry> found = statements.lines(statement, after, PAGE + 1);
        List<Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<BookPage.Line> said = words.of(statement.flood().id()).lines(visit.caller(), shown);
        List<MoveLine> lines = IntStream.range(0, shown.size())
                .mapToObj(i -> MoveLine.of(statement, shown.get(i), said.get(i)))
                .toList();
        return pages.page(
                visit,
                "/templates/flood/statement.ftlh",
                StatementPage.of(statement, around(statement), lines, found.size() > PAGE));
    }

    private StatementPage.Around around(StakeStatement statement) {
        Quarter quarter = statement.quarter();
        return new StatementPage.Around(
                Optional.of(quarter.previous()).filter(other -> statements.isThere(statement.flood(), other)),
                Optional.of(quarter.next()).filter(other -> statements.isThere(statement.flood(), other)),
                quarter.compareTo(statements.current()) < 0);
    }
}
