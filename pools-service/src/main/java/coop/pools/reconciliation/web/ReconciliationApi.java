package coop.pools.reconciliation.web;

import coop.pools.platform.web.MoneyJson;
import coop.pools.reconciliation.DifferenceStore.Known;
import coop.pools.reconciliation.ReadReconciliation;
import coop.pools.reconciliation.TakeArrivals;
import coop.pools.reconciliation.TopUpStore.Named;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import coop.pools.treasury.InboxStore.Unapplied;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Whether the books agree with the card processor, for everybody to read. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ReconciliationApi {
    private final ReadReconciliation read;

    private final TakeArrivals arrivals;

    public ReconciliationApi(ReadReconciliation read, TakeArrivals arrivals) {
        this.read = read;
        this.arrivals = arrivals;
    }

    @GET
    @Path("/api/v1/reconciliation")
    public ReconciliationJson latest() {
        return new ReconciliationJson(
                read.latest().map(RunJson::of),
                read.latestExact().map(Run::endedAt),
                read.differences().stream().map(DifferenceJson::of).toList(),
                read.unapplied().stream().map(EventsJson::of).toList(),
                arrivals.others().stream().map(TopUpJson::of).toList());
    }

    /**
     * How the books and the processor agree.
     *
     * @param latest the last comparison; empty before the first
     * @param exactAt when everything was last found equal to the smallest unit
     * @param differences open ones, the newest first; at most 200
     * @param events the processor's events that have had no effect yet
     * @param topUps the operator's top-ups that name a payout and are not taken for it, the newest first; at most twenty
     */
    public record ReconciliationJson(
            Optional<RunJson> latest,
            Optional<Instant> exactAt,
            List<DifferenceJson> differences,
            List<EventsJson> events,
            List<TopUpJson> topUps) {}

    /**
     * A comparison.
     *
     * @param result {@code exact}, {@code different}, or {@code moving} when money moved while the sums were taken
     * @param transactions how many movements of the processor were known
     * @param differences how many were open
     */
    public record RunJson(
            String result, Instant from, Instant to, long transactions, long differences, List<TotalJson> totals) {
        static RunJson of(Run run) {
            return new RunJson(
                    run.result().name().toLowerCase(Locale.ROOT),
                    run.from(),
                    run.to(),
                    run.transactions(),
                    run.differences(),
                    run.totals().stream().map(TotalJson::of).toList());
        }
    }

    /**
     * The sums of one currency: {@code atProcessor} is {@code inBooks} and {@code platform} and {@code explained} and
     * {@code unexplained}.
     *
     * @param platform the operator's own payouts, top-ups and fees
     * @param explained what single movements explain that are on their way or listed as differences
     * @param lacking what the processor holds less than belongs to Pools and Floods
     */
    public record TotalJson(
            MoneyJson atProcessor,
            MoneyJson inBooks,
            MoneyJson platform,
            MoneyJson explained,
            MoneyJson unexplained,
            MoneyJson lacking,
            boolean moving) {
        static TotalJson of(Total total) {
            return new TotalJson(
                    MoneyJson.of(total.atProcessor()),
                    MoneyJson.of(total.inBooks()),
                    MoneyJson.of(total.platform()),
                    MoneyJson.of(total.explained()),
                    MoneyJson.of(total.unexplained()),
                    MoneyJson.of(total.lacking()),
                    total.moving());
        }
    }

    /**
     * A difference.
     *
     * @param kind MISSING_IN_BOOKS, MISSING_AT_PROCESSOR, AMOUNT, FEE or UNKNOWN
     * @param category what kind of movement, in the processor's words
     * @param object the processor's id of what it is about
     */
    public record DifferenceJson(
            String kind, String category, String object, MoneyJson inBooks, MoneyJson atProcessor, Instant since) {
        static DifferenceJson of(Known known) {
            return new DifferenceJson(
                    known.difference().kind().name(),
                    known.difference().category(),
                    known.difference().object(),
                    MoneyJson.of(known.difference().inBooks()),
                    MoneyJson.of(known.difference().atProcessor()),
                    known.firstSeenAt());
        }
    }

    /**
     * Events in one state.
     *
     * @param state {@code waiting} to be tried again, or {@code set_aside} for operators
     */
    public record EventsJson(String state, long events, Instant oldest) {
        static EventsJson of(Unapplied unapplied) {
            return new EventsJson(unapplied.state().word(), unapplied.events(), unapplied.oldest());
        }
    }

    /**
     * A top-up of another amount than the payout that it names, or of one that had arrived before.
     *
     * @param object the processor's id of the movement
     */
    public record TopUpJson(String object, UUID payout, MoneyJson amount, Instant at) {
        static TopUpJson of(Named named) {
            ProcessorMovement movement = named.topup().movement();
            return new TopUpJson(
                    movement.id(), named.reference(), MoneyJson.of(movement.amount()), movement.createdAt());
        }
    }
}
