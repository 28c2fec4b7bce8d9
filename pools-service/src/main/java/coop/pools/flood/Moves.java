package coop.pools.flood;

import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Transfers in several books that are written together; tells how accounts stand after those noted so far. */
final class Moves {
    private final Ledger ledger;
    private final String memo;
    private final Map<UUID, List<Transfer>> byBook = new LinkedHashMap<>();
    private final Map<UUID, Map<String, Money>> accounts = new HashMap<>();

    /** @param memo what people read of each, unless it has words of its own */
    Moves(Ledger ledger, String memo) {
        this.ledger = ledger;
        this.memo = memo;
    }

    /** All accounts of a book by name. */
    Map<String, Money> accounts(UUID book) {
        return accounts.computeIfAbsent(book, ledger::accountBalances);
    }

    /** What a member of a Flood has in it. */
    Holding holding(UUID flood, Member member) {
        return Holding.of(accounts(flood), member.key(), Money.zero(ledger.currency(flood)));
    }

    /** What people read of a part that is a member's. */
    String shareOf(Member member) {
        return memo + ", share of " + member.name();
    }

    void add(UUID book, String debit, String credit, Money amount) {
        add(book, debit, credit, amount, memo);
    }

    /** Nothing is noted for nothing. */
    void add(UUID book, String debit, String credit, Money amount, String words) {
        if (amount.isPositive()) {
            byBook.computeIfAbsent(book, none -> new ArrayList<>()).add(new Transfer(debit, credit, amount, words));
            change(book, debit, Accounts.isDebitNormal(debit) ? amount : amount.negated());
            change(book, credit, Accounts.isDebitNormal(credit) ? amount.negated() : amount);
        }
    }

    private void change(UUID book, String account, Money by) {
        accounts(book).merge(account, by, Money::plus);
    }

    /** False when nothing is noted, or this cause is booked already. */
    boolean post(Cause cause, Instant at, String actor) {
        List<Posting> postings = new ArrayList<>();
        byBook.forEach((book, transfers) -> postings.add(new Posting(book, cause, at, actor, transfers)));
        return ledger.postAll(postings);
    }
}
