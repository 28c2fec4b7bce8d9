package coop.pools.reconciliation;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.Matching;
import coop.pools.reconciliation.domain.ProcessorMovement;
import coop.pools.reconciliation.domain.ProcessorMovement.Standing;
import coop.pools.treasury.BookedMovements;
import coop.pools.treasury.domain.BookedMovement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares payments and transfers, and keeps what is found. Doing it twice changes nothing. */
public final class MatchSubjects {
    private final Transactions transactions;
    private final Sides sides;
    private final DifferenceStore differences;
    private final IdSource ids;
    private final Clock clock;

    public MatchSubjects(
            Transactions transactions, Sides sides, DifferenceStore differences, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.sides = sides;
        this.differences = differences;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the processor listed, and whoever tells what is in the books. */
    public record Sides(MovementStore listed, List<BookedMovements> booked) {
        public Sides {
            booked = List.copyOf(booked);
        }
    }

    /** What belongs together: a subject can have money of several currencies, or on several accounts. */
    private record Place(String subject, String account, Currency currency) {}

    /**
     * What was found about each subject that does not balance, on the platform's account.
     *
     * @param accounts the accounts whose movements are known; the platform's own is the empty text
     */
    public Map<String, List<Money>> match(Collection<String> subjects, Set<String> accounts) {
        return transactions.inTransaction(() -> {
            Map<Place, List<ProcessorMovement>> there = new LinkedHashMap<>();
            Map<Place, List<BookedMovement>> here = new LinkedHashMap<>();
            for (ProcessorMovement movement : sides.listed().ofSubjects(subjects)) {
                if (!accounts.contains(movement.account())) {
                    continue;
                }
                Place place = new Place(
                        movement.subject(),
                        movement.account(),
                        movement.amount().currency());
                there.computeIfAbsent(place, unused -> new ArrayList<>()).add(movement);
                here.computeIfAbsent(place, unused -> new ArrayList<>());
            }
            for (BookedMovements side : sides.booked()) {
                for (BookedMovement movement : side.of(subjects)) {
                    String account = movement.account().orElse("");
                    Place place = new Place(
                            movement.subject(), account, movement.amount().currency());
                    if (accounts.contains(account)) {
                        here.computeIfAbsent(place, unused -> new ArrayList<>()).add(movement);
                    }
                }
            }
            return keep(new Looked(subjects, accounts), there, here);
        });
    }

    /** What was looked at: of accounts that could not be read nothing is said. */
    private record Looked(Collection<String> subjects, Set<String> accounts) {}

    private Map<String, List<Money>> keep(
            Looked looked, Map<Place, List<ProcessorMovement>> there, Map<Place, List<BookedMovement>> here) {
        Instant now = clock.instant();
        Map<String, List<Money>> imbalances = new LinkedHashMap<>();
        List<Difference> found = new ArrayList<>();
        List<ProcessorMovement> matched = new ArrayList<>();
        here.forEach((place, booked) -> {
            Matching matching = Matching.of(there.getOrDefault(place, List.of()), booked, now);
            found.addAll(matching.differences());
            matched.addAll(matching.matched());
            matching.imbalance()
                    .filter(imbalance -> !imbalance.isZero() && place.account().isEmpty())
                    .ifPresent(imbalance -> imbalances
                            .computeIfAbsent(place.subject(), unused -> new ArrayList<>())
                            .add(imbalance));
        });
        List<ProcessorMovement> open = there.values().stream()
                .flatMap(List::stream)
                .filter(one -> !matched.contains(one))
                .toList();
        sides.listed().stand(matched, Standing.MATCHED);
        sides.listed().stand(open, Standing.OPEN);
        remember(looked, found, now);
        return imbalances;
    }

    private void remember(Looked looked, List<Difference> found, Instant now) {
        for (Difference difference : found) {
            if (differences.seen(difference, now) == 0) {
                differences.insert(ids.newId(), difference, now);
            }
        }
        for (DifferenceStore.Known known : differences.openOf(looked.subjects())) {
            boolean read = looked.accounts().contains(known.difference().account());
            if (read && found.stream().noneMatch(one -> isSame(one, known.difference()))) {
                differences.resolve(known.id(), now);
            }
        }
    }

    private static boolean isSame(Difference one, Difference other) {
        return one.kind() == other.kind()
                && one.category().equals(other.category())
                && one.object().equals(other.object());
    }
}
