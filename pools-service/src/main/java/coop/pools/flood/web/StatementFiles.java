package coop.pools.flood.web;

import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadStatements;
import coop.pools.flood.StakeStatement;
import coop.pools.flood.StakeStatement.Kind;
import coop.pools.flood.web.StatementPage.MoveLine;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.BookWords;
import coop.pools.ledger.web.CsvBook;
import coop.pools.platform.web.MoneyText;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A statement with all its lines for spreadsheets. The first line is the stake at the beginning, the last one the stake then. */
@Hidden
@Path("/")
@Produces("text/csv; charset=UTF-8")
public final class StatementFiles {
    private static final int CHUNK = 50;
    private static final Caller READER = Caller.guest("statement");
    private static final List<String> HEADER =
            List.of("seq", "at", "kind", "came", "went", "stake", "currency", "memo", "vote", "cause", "cause_id");

    private final ReadFloods floods;
    private final ReadStatements statements;
    private final BookWords words;

    public StatementFiles(ReadFloods floods, ReadStatements statements, BookWords words) {
        this.floods = floods;
        this.statements = statements;
        this.words = words;
    }

    @GET
    @Path("/floods/{slug}/pools/{pool}/statement.csv")
    public Response ofPool(
            @PathParam("slug") String slug, @PathParam("pool") String pool, @QueryParam("quarter") String quarter) {
        return file(StatementPages.read(floods, statements, slug, BodyRef.Kind.POOL, pool, quarter));
    }

    @GET
    @Path("/floods/{slug}/floods/{flood}/statement.csv")
    public Response ofFlood(
            @PathParam("slug") String slug, @PathParam("flood") String flood, @QueryParam("quarter") String quarter) {
        return file(StatementPages.read(floods, statements, slug, BodyRef.Kind.FLOOD, flood, quarter));
    }

    private Response file(StakeStatement statement) {
        String name = String.join(
                "-",
                "statement",
                statement.flood().slug(),
                statement.member().slug(),
                statement.quarter().toString());
        StreamingOutput content = out -> write(new OutputStreamWriter(out, StandardCharsets.UTF_8), statement);
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private void write(Writer writer, StakeStatement statement) throws IOException {
        CsvBook.line(writer, HEADER);
        Money stake = statement.before();
        CsvBook.line(writer, whole("beginning", stake));
        List<Entry> entries = statements.lines(statement, 0, CHUNK);
        while (!entries.isEmpty()) {
            List<BookPage.Line> said = words.of(statement.flood().id()).lines(READER, entries);
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                Kind kind = statement.kindOf(entry);
                stake = kind.adds() ? stake.plus(entry.amount()) : stake.minus(entry.amount());
                CsvBook.line(writer, cells(entry, kind, stake, MoveLine.vote(said.get(i))));
            }
            entries =
                    statements.lines(statement, entries.get(entries.size() - 1).seq(), CHUNK);
        }
        CsvBook.line(writer, whole("end", stake));
        writer.flush();
    }

    private static List<String> whole(String kind, Money stake) {
        return List.of(
                "", "", kind, "", "", MoneyText.plain(stake), stake.currency().getCurrencyCode(), "", "", "", "");
    }

    private static List<String> cells(Entry entry, Kind kind, Money stake, String vote) {
        String amount = MoneyText.plain(entry.amount());
        return List.of(
                Long.toString(entry.seq()),
                entry.at().toString(),
                kind.word(),
                kind.adds() ? amount : "",
                kind.adds() ? "" : amount,
                MoneyText.plain(stake),
                stake.currency().getCurrencyCode(),
                entry.memoText(),
                vote,
                entry.cause().kind(),
                entry.cause().id().toString());
    }
}
