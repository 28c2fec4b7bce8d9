package coop.pools.reconciliation;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.reconciliation.domain.Matching;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import coop.pools.treasury.ReadLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the books with every movement of money that the processor lists, both ways and to the smallest unit: every
 * night at 03:00 UTC, and every quarter of an hour while something differs. Only what is new or open is looked at.
 */
public final class Reconcile implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);
    private static final String NIGHTLY = "reconciliation";
    private static final LocalTime HOUR = LocalTime.of(3, 0);
    private static final Duration WHILE_DIFFERENT = Duration.ofMinutes(15);
    private static final Duration OVERLAP = Duration.ofDays(2);
    private static final int CHUNK = 200;
    /** Two million payments in one go; what is left is looked at in the next. */
    private static final int MOST_CHUNKS = 10_000;

    private final ReadLists lists;
    private final FetchMovements fetch;
    private final MatchSubjects match;
    private final SumUp sumUp;
    private final Desk desk;

    public Reconcile(ReadLists lists, FetchMovements fetch, MatchSubjects match, SumUp sumUp, Desk desk) {
        this.lists = lists;
        this.fetch = fetch;
        this.match = match;
        this.sumUp = sumUp;
        this.desk = desk;
    }

    /** Where things are kept, and whom to ask for repair. */
    public record Desk(
            MatchSubjects.Sides sides,
            DifferenceStore differences,
            RecordRun recordRun,
            RepairDifferences repair,
            StopDiffering stop,
            TakeArrivals arrivals,
            OwnAccounts ownAccounts,
            IdSource ids,
            Clock clock) {}

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public Lane lane() {
        return Lane.RECONCILIATION;
    }

    @Override
    public int run(int atMost) {
        return run(false);
    }

    /** The same at once, though it is not due; false when the processor does not answer or another node is at it. */
    public boolean now() {
        return run(true) == 1;
    }

    private int run(boolean atOnce) {
        Optional<ReadLists.Lease> lease = lists.take(NIGHTLY, atOnce);
        if (lease.isEmpty()) {
            return 0;
        }
        Instant next = desk.clock().instant().plus(WHILE_DIFFERENT);
        try {
            Optional<Run> run = compare();
            next = run.map(this::next).orElseGet(desk.clock()::instant);
            return 1;
        } catch (PaymentFailure failure) {
            LOG.info("the books are compared again later: {}", failure.code());
            return 0;
        } finally {
            lease.get().release(next);
        }
    }

    private Instant next(Run run) {
        Instant now = desk.clock().instant();
        if (run.result() != Run.Result.EXACT) {
            return now.plus(WHILE_DIFFERENT);
        }
        Instant today = now.atOffset(ZoneOffset.UTC).with(HOUR).toInstant();
        return today.isAfter(now) ? today : today.plus(1, ChronoUnit.DAYS);
    }

    /** Empty when there is more to fetch first. */
    private Optional<Run> compare() {
        Optional<Run> last = desk.recordRun().latest();
        Instant from = last.map(run -> run.to().minus(OVERLAP)).orElse(Instant.EPOCH);
        Instant to = desk.clock().instant();
        boolean widely = desk.differences().countOpen() > 0;
        SumUp.Sums before = sumUp.read();
        if (!fetch.fetch(Optional.empty(), widely)) {
            return Optional.empty();
        }
        desk.arrivals().take();
        Set<String> accounts = fetchOwn(widely);
        Map<String, List<Money>> imbalances = new HashMap<>();
        each((after, limit) -> desk.sides().listed().openSubjects(after, limit), accounts, imbalances);
        each(desk.differences()::openSubjects, accounts, imbalances);
        desk.sides()
                .booked()
                .forEach(side -> each((after, limit) -> side.subjectsSince(from, after, limit), accounts, imbalances));
        Map<Currency, Money> lacking = last.map(Run::lacking).orElse(Map.of());
        List<Total> totals =
                sumUp
                        .totals(
                                before,
                                sumUp.read(),
                                imbalances.values().stream()
                                        .flatMap(List::stream)
                                        .toList())
                        .stream()
                        .map(total -> total.moving() ? total.lackingAsIn(lacking) : total)
                        .toList();
        Run run = desk.recordRun().ended(desk.ids().newId(), from, to, totals);
        if (run.result() == Run.Result.DIFFERENT) {
            LOG.error("the books and the processor differ: {} differences, {}", run.differences(), totals);
            desk.repair().repair();
        }
        boolean again = last.filter(
                        earlier -> !earlier.to().plus(Matching.GRACE).isAfter(to))
                .isPresent();
        desk.stop().after(run, again ? lacking.keySet() : Set.of());
        return Optional.of(run);
    }

    /** Accounts that cannot be read are left out, with all that is booked on them. */
    private Set<String> fetchOwn(boolean widely) {
        Set<String> accounts = new HashSet<>(Set.of(""));
        for (OwnAccounts.Own own : desk.ownAccounts().all()) {
            try {
                if (fetch.fetch(Optional.of(own.account()), widely)) {
                    accounts.add(own.account());
                }
            } catch (PaymentFailure failure) {
                LOG.warn("account {} is left out: {}", own.account(), failure.code());
            }
        }
        return accounts;
    }

    private void each(
            BiFunction<String, Integer, List<String>> source,
            Set<String> accounts,
            Map<String, List<Money>> imbalances) {
        String after = "";
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            List<String> subjects = source.apply(after, CHUNK);
            if (subjects.isEmpty()) {
                return;
            }
            subjects.forEach(imbalances::remove);
            imbalances.putAll(match.match(subjects, accounts));
            after = subjects.get(subjects.size() - 1);
        }
    }
}
