package coop.pools.round;

import coop.pools.bucket.NewBuckets;
import coop.pools.bucket.domain.Bucket;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.round.RoundBooks.Reason;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import coop.pools.round.domain.RoundResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ends a round, once: the buckets get what they have been given, or nothing, and the rest of the pot goes back. Those
 * who have left in the meantime do not count. Called inside a transaction that holds the book.
 */
public final class Ending {
    private static final int PAGE = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final RoundStore store;
    private final Participants participants;
    private final Map<BodyRef.Kind, RoundBooks> books;
    private final NewBuckets buckets;

    public Ending(
            RoundStore store, Participants participants, Map<BodyRef.Kind, RoundBooks> books, NewBuckets buckets) {
        this.store = store;
        this.participants = participants;
        this.books = Map.copyOf(books);
        this.buckets = buckets;
    }

    /** What has to be held before the round is. */
    void hold(BodyRef body) {
        books.get(body.kind()).hold(body.id());
    }

    /** The round, held, unless it has ended. */
    Optional<Round> held(UUID id) {
        return store.lock(id).filter(round -> round.end().isEmpty());
    }

    /** By its time; or because all shares are given whole, once nobody can take anything back. */
    boolean isDue(Round round, Instant now) {
        if (!now.isBefore(round.closesAt())) {
            return true;
        }
        store.shut(round.id());
        Money given = store.buckets(round.id()).stream()
                .map(RoundBucket::allocated)
                .reduce(Money.zero(round.share().currency()), Money::plus);
        boolean all = given.equals(round.pot());
        if (!all) {
            store.open(round.id());
        }
        return all;
    }

    /** @param by the vote that ends it before its time; empty at its close */
    void end(Round round, boolean funds, Optional<UUID> by, Instant now) {
        RoundBooks kind = books.get(round.body().kind());
        Reason reason = new Reason(round, by.orElse(round.proposal()), now);
        store.shut(round.id());
        dropThoseWhoLeft(round);
        List<RoundBucket> lines = store.buckets(round.id());
        List<Bucket> filled =
                lines.stream().map(line -> buckets.lock(line.bucket())).toList();
        List<Long> counted = store.counted(round.id());
        Money pot = kind.inPot(round);
        RoundResult result = RoundResult.of(
                funds ? pot : Money.zero(pot.currency()), result(lines, filled, counted, pot), round.keepsPartial());
        for (int i = 0; i < lines.size(); i++) {
            Money amount = result.funded().get(i);
            if (amount.isPositive()) {
                kind.fund(reason, filled.get(i), amount);
            }
            store.result(round.id(), lines.get(i).bucket(), new Money(counted.get(i), pot.currency()), amount);
        }
        kind.giveBack(reason);
        closeCandidates(lines, filled, result, reason);
        store.end(round.id(), new Round.End(now, by, funds, pot));
    }

    private static List<RoundResult.Line> result(
            List<RoundBucket> lines, List<Bucket> filled, List<Long> counted, Money pot) {
        List<RoundResult.Line> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Money amount = new Money(counted.get(i), pot.currency());
            result.add(new RoundResult.Line(
                    amount, lines.get(i).needed(), filled.get(i).isOpen()));
        }
        return result;
    }

    private void dropThoseWhoLeft(Round round) {
        UUID after = FIRST;
        List<UUID> page;
        do {
            page = store.givers(round.id(), after, PAGE);
            Set<UUID> still = participants.among(round, page);
            page.stream().filter(person -> !still.contains(person)).forEach(person -> store.drop(round.id(), person));
            after = page.isEmpty() ? after : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    /** What opened with the round and got nothing is not left standing about, unless somebody else has put money in. */
    private void closeCandidates(List<RoundBucket> lines, List<Bucket> filled, RoundResult result, Reason reason) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).candidate() && result.funded().get(i).isZero()) {
                buckets.closeEmpty(filled.get(i), reason.by(), reason.at());
            }
        }
    }
}
