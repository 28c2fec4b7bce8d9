package coop.pools.reconciliation.domain;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.BookedMovement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Compares what the processor and the books say about one payment or transfer, to the smallest unit. Pairs are sought by
 * the processor's transaction, then by the object, then by kind and amount, then by kind alone; each movement is in one
 * pair at most.
 *
 * @param matched movements of the processor that the books tell to the unit
 * @param differences what does not fit and is not too young to judge
 * @param imbalance what the processor's movements add up to less what the books' do, the young ones too
 */
public record Matching(List<ProcessorMovement> matched, List<Difference> differences, Optional<Money> imbalance) {
    /** What is on its way between the two: events take a moment, fees are worked out later. */
    public static final Duration GRACE = Duration.ofMinutes(10);

    private static final Set<String> OURS = Arrays.stream(BookedMovement.Kind.values())
            .map(BookedMovement.Kind::category)
            .collect(Collectors.toSet());

    private static final List<BiPredicate<ProcessorMovement, BookedMovement>> SAMENESS = List.of(
            (there, here) -> here.transactionId().filter(there.id()::equals).isPresent(),
            (there, here) -> free(here)
                    && sameKind(there, here)
                    && there.sourceId().filter(here.object()::equals).isPresent(),
            (there, here) ->
                    free(here) && sameKind(there, here) && there.amount().equals(here.amount()),
            (there, here) -> free(here) && sameKind(there, here) && here.kind() == BookedMovement.Kind.CHARGE);

    /** All movements of one subject on both sides, all in one currency and on one account. */
    public static Matching of(List<ProcessorMovement> there, List<BookedMovement> here, Instant now) {
        List<ProcessorMovement> unmatched = new ArrayList<>(there);
        List<BookedMovement> unbooked = new ArrayList<>(here);
        List<ProcessorMovement> matched = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        takeBackInParts(BookedMovement.Kind.TRANSFER_REVERSAL, unmatched, unbooked, matched);
        takeBackInParts(BookedMovement.Kind.REFUND, unmatched, unbooked, matched);
        for (BiPredicate<ProcessorMovement, BookedMovement> same : SAMENESS) {
            for (ProcessorMovement movement : List.copyOf(unmatched)) {
                Optional<BookedMovement> twin = unbooked.stream()
                        .filter(booked -> same.test(movement, booked))
                        .findFirst();
                if (twin.isPresent()) {
                    unmatched.remove(movement);
                    unbooked.remove(twin.get());
                    List<Difference> found = compare(movement, twin.get(), now);
                    differences.addAll(found);
                    if (found.isEmpty() && twin.get().fee().isPresent()) {
                        matched.add(movement);
                    }
                }
            }
        }
        boolean ours = !here.isEmpty()
                || there.stream().anyMatch(movement -> movement.contributionId().isPresent());
        unmatched.stream()
                .filter(movement -> isOld(movement.createdAt(), now))
                .forEach(movement -> differences.add(missing(movement, ours)));
        unbooked.stream()
                .filter(booked -> isOld(booked.bookedAt(), now))
                .forEach(booked -> differences.add(missing(booked)));
        return new Matching(matched, differences, imbalance(there, here));
    }

    /** A transfer can be taken back in several parts, of which the account that it came to lists refunds; the books know what
     *  they add up to. Refunds of a card are told each for itself.
     */
    private static void takeBackInParts(
            BookedMovement.Kind kind,
            List<ProcessorMovement> unmatched,
            List<BookedMovement> unbooked,
            List<ProcessorMovement> matched) {
        List<BookedMovement> booked = unbooked.stream()
                .filter(one -> one.kind() == kind && one.object().equals(one.subject()))
                .toList();
        List<ProcessorMovement> parts = unmatched.stream()
                .filter(one -> one.category().equals(kind.category()))
                .toList();
        Optional<Money> back = booked.stream().map(BookedMovement::net).reduce(Money::plus);
        Optional<Money> listed = parts.stream().map(ProcessorMovement::net).reduce(Money::plus);
        if (parts.size() > booked.size() && back.isPresent() && back.equals(listed)) {
            unmatched.removeAll(parts);
            unbooked.removeAll(booked);
            matched.addAll(parts);
        }
    }

    private static boolean free(BookedMovement here) {
        return here.transactionId().isEmpty();
    }

    private static boolean sameKind(ProcessorMovement there, BookedMovement here) {
        return there.category().equals(here.kind().category());
    }

    private static boolean isOld(Instant at, Instant now) {
        return at.plus(GRACE).isBefore(now);
    }

    private static List<Difference> compare(ProcessorMovement there, BookedMovement here, Instant now) {
        List<Difference> found = new ArrayList<>();
        if (!there.amount().equals(here.amount())) {
            found.add(difference(Difference.Kind.AMOUNT, there, here.object(), here.amount(), there.amount()));
        }
        boolean late = here.fee().isEmpty() && isOld(here.bookedAt(), now);
        Money nothing = Money.zero(there.fee().currency());
        if (late || here.fee().filter(fee -> !fee.equals(there.fee())).isPresent()) {
            found.add(difference(
                    Difference.Kind.FEE, there, here.object(), here.fee().orElse(nothing), there.fee()));
        }
        return found;
    }

    private static Difference missing(ProcessorMovement there, boolean ours) {
        boolean known = ours && OURS.contains(there.category());
        return difference(
                known ? Difference.Kind.MISSING_IN_BOOKS : Difference.Kind.UNKNOWN,
                there,
                there.id(),
                Money.zero(there.amount().currency()),
                there.amount());
    }

    private static Difference missing(BookedMovement here) {
        return new Difference(
                Difference.Kind.MISSING_AT_PROCESSOR,
                here.kind().category(),
                here.transactionId().orElse(here.object()),
                here.subject(),
                here.account().orElse(""),
                here.amount(),
                Money.zero(here.amount().currency()));
    }

    private static Difference difference(
            Difference.Kind kind, ProcessorMovement there, String object, Money inBooks, Money atProcessor) {
        return new Difference(kind, there.category(), object, there.subject(), there.account(), inBooks, atProcessor);
    }

    private static Optional<Money> imbalance(List<ProcessorMovement> there, List<BookedMovement> here) {
        Optional<Money> processor = there.stream().map(ProcessorMovement::net).reduce(Money::plus);
        Optional<Money> books = here.stream().map(BookedMovement::net).reduce(Money::plus);
        if (processor.isEmpty()) {
            return books.map(Money::negated);
        }
        return books.isEmpty() ? processor : Optional.of(processor.get().minus(books.get()));
    }
}
