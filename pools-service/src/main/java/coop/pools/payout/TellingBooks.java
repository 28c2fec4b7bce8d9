package coop.pools.payout;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Books that tell how a payout has ended, whoever ends it: whoever is paid, whoever invited them and whoever proposed
 * it; of what went wrong in a Flood its stewards too. Each is told once of each thing.
 */
public final class TellingBooks implements PayoutBooks {
    private final PayoutBooks books;
    private final PayeeStore payees;
    private final Votes votes;
    private final Notices notices;

    public TellingBooks(PayoutBooks books, PayeeStore payees, Votes votes, Notices notices) {
        this.books = books;
        this.payees = payees;
        this.votes = votes;
        this.notices = notices;
    }

    @Override
    public void hold(Payout payout) {
        books.hold(payout);
    }

    @Override
    public void reserve(Payout payout, Optional<String> bucket) {
        books.reserve(payout, bucket);
    }

    @Override
    public Optional<String> stoppedAt(Payout payout) {
        return books.stoppedAt(payout);
    }

    @Override
    public void paid(Payout payout) {
        books.paid(payout);
        tell(payout, payout.ground().isHome() ? "PAYOUT_HOME" : "PAYOUT_PAID", payout.amount());
    }

    @Override
    public void release(Payout payout) {
        books.release(payout);
        tell(payout, "PAYOUT_FAILED", payout.amount());
    }

    @Override
    public void requireMayComeBack(Payout payout) {
        books.requireMayComeBack(payout);
    }

    @Override
    public Optional<Instant> wentAgainAt(Payout payout) {
        return books.wentAgainAt(payout);
    }

    @Override
    public void reverse(Payout payout, Money cameBack) {
        books.reverse(payout, cameBack);
        tell(payout, "PAYOUT_CAME_BACK", cameBack);
    }

    private void tell(Payout payout, String kind, Money amount) {
        Optional<Payee> payee = payees.find(payout.payeeId());
        Set<UUID> people = new LinkedHashSet<>();
        payee.flatMap(Payee::person).ifPresent(people::add);
        payee.map(Payee::createdBy).ifPresent(people::add);
        payout.ground().decidedBy().flatMap(votes::author).ifPresent(people::add);
        if (!kind.equals("PAYOUT_PAID")) {
            people.addAll(votes.carers(payout.body()));
        }
        Notice notice = new Notice(
                kind,
                Map.of("amount", amount, "payee", payee.map(Payee::name).orElse("the payee"), "pool", payout.body()),
                "/payouts/" + payout.id());
        for (UUID person : people) {
            UUID told = IdSource.derivedId(
                    kind, payout.id().toString(), String.valueOf(amount.minorUnits()), person.toString());
            notices.tell(told, person, notice);
        }
    }
}
