package coop.pools.flood;

import coop.pools.custody.CustodyRefusal;
import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Freezes;
import coop.pools.payout.OrderHandOver;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Carries out the passed vote of a Pool or Flood to put money into a Flood, with one cause in both books.
 * Whether it is handed over or kept for the Flood is for the compact to say; what a Flood gives its own members give, by
 * its own compact.
 * Refuses as {@link coop.pools.flood.domain.PoolPlace#requireMayFund} does, and with
 * {@link coop.pools.ledger.LedgerRefusal#INSUFFICIENT_FUNDS} when the Pool does not have it, BOOK_FROZEN while its
 * payouts are stopped or CUSTODY_NOT_READY while it opens an account of its own.
 */
public final class FundFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final Places places;
    private final Books books;

    public FundFlood(Transactions transactions, Clock clock, Places places, Books books) {
        this.transactions = transactions;
        this.clock = clock;
        this.places = places;
        this.books = books;
    }

    /** @param byHand how a Pool with an account of its own hands money over */
    public record Books(FloodBooks books, Freezes freezes, OrderHandOver byHand) {}

    /** Doing it again for the same proposal changes nothing. */
    public void fund(UUID proposal, UUID pool, Action.FundFlood action) {
        transactions.inTransaction(() -> {
            Member funder = places.member(pool);
            Flood flood = places.lock(action.flood(), funder);
            String currency = action.amount().currency().getCurrencyCode();
            places.place(flood, pool).requireMayFund(funder.name(), currency);
            books.freezes().requireOpen(pool);
            if (books.books().isOpening(funder)) {
                throw new Refused(CustodyRefusal.CUSTODY_NOT_READY, Map.of("pool", funder.name()));
            }
            if (books.books().holdsItself(funder)) {
                books.byHand().order(funder.ref(), proposal, holderOf(flood), action.amount());
            } else if (funder.isFlood()) {
                String memo = funder.name() + " gives to " + flood.name() + ", by its own vote";
                books.books().fundThrough(reason(proposal, memo), flood, places.flood(pool), action.amount());
            } else {
                Fund fund = books.books().fundOf(flood);
                String what = fund == Fund.EARMARK ? " keeps money for " : " puts money into ";
                String memo = funder.name() + what + flood.name() + ", by its own vote";
                books.books().fund(reason(proposal, memo), flood, funder, fund, action.amount());
            }
        });
    }

    /** Where stewards send what is for a Flood. */
    static OrderHandOver.Destination holderOf(Flood flood) {
        return new OrderHandOver.Destination(flood.id(), flood.slug(), flood.name(), flood.founder());
    }

    private Reason reason(UUID proposal, String memo) {
        return Reason.vote(FloodBooks.FUNDED, proposal, memo, clock.instant());
    }
}
