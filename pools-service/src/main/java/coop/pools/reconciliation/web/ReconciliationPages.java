package coop.pools.reconciliation.web;

import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import coop.pools.reconciliation.DifferenceStore.Known;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import coop.pools.treasury.EventState;
import coop.pools.treasury.InboxStore.Unapplied;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The page that says whether the books agree with the card processor to the cent. */
@Hidden
@Path("/")
@Produces("text/html; charset=UTF-8")
public final class ReconciliationPages {
    private final Pages pages;
    private final ReadReconciliation read;
    private final Clock clock;

    public ReconciliationPages(Pages pages, ReadReconciliation read, Clock clock) {
        this.pages = pages;
        this.read = read;
        this.clock = clock;
    }

    @GET
    @Path("reconciliation")
    public Page latest(@Context Visit visit) {
        Instant now = clock.instant();
        Optional<Run> latest = read.latest();
        return pages.page(
                visit,
                "/templates/reconciliation/reconciliation.ftlh",
                new ReconciliationPage(
                        ReconciledLine.of(latest, read.latestExact()),
                        latest.map(Run::transactions).orElse(0L),
                        latest.map(run -> run.totals().stream().map(Sums::of).toList())
                                .orElse(List.of()),
                        read.differences().stream().map(Line::of).toList(),
                        read.unapplied().stream()
                                .map(events -> Waiting.of(events, now))
                                .toList()));
    }

    /** What the page shows. */
    public record ReconciliationPage(
            ReconciledLine line, long transactions, List<Sums> totals, List<Line> lines, List<Waiting> events) {}

    /** The sums of one currency. */
    public record Sums(
            String currency,
            String atProcessor,
            String inBooks,
            String platform,
            String explained,
            String unexplained,
            String lacking,
            boolean exact,
            boolean moving) {
        static Sums of(Total total) {
            return new Sums(
                    total.atProcessor().currency().getCurrencyCode(),
                    MoneyText.of(total.atProcessor()),
                    MoneyText.of(total.inBooks()),
                    MoneyText.of(total.platform()),
                    MoneyText.of(total.explained()),
                    MoneyText.of(total.unexplained()),
                    total.isLacking() ? MoneyText.of(total.lacking()) : "",
                    total.unexplained().isZero(),
                    total.moving());
        }
    }

    /** A difference in words. */
    public record Line(
            String what,
            String category,
            String object,
            String inBooks,
            String atProcessor,
            String sinceIso,
            String sinceText) {
        static Line of(Known known) {
            Difference difference = known.difference();
            return new Line(
                    words(difference.kind()),
                    difference.category().replace('_', ' '),
                    difference.object(),
                    MoneyText.of(difference.inBooks()),
                    MoneyText.of(difference.atProcessor()),
                    known.firstSeenAt().toString(),
                    InstantText.of(known.firstSeenAt()));
        }

        private static String words(Difference.Kind kind) {
            return switch (kind) {
                case MISSING_IN_BOOKS -> "Missing in the books";
                case MISSING_AT_PROCESSOR -> "Missing at the processor";
                case AMOUNT -> "Another amount";
                case FEE -> "Another fee";
                case UNKNOWN -> "Of no Pool that is known";
            };
        }
    }

    /** Events that have had no effect yet. */
    public record Waiting(String what, long events, String age) {
        static Waiting of(Unapplied unapplied, Instant now) {
            return new Waiting(
                    unapplied.state() == EventState.SET_ASIDE
                            ? "set aside for the operator"
                            : "waiting to be tried again",
                    unapplied.events(),
                    InstantText.relative(unapplied.oldest(), now));
        }
    }
}
