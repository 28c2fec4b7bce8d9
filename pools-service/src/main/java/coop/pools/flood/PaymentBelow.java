package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.Reversals;
import coop.pools.payout.domain.Payout;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a step of a Flood's payment means in the Floods within and in the books of the Pools. Who gives how much was
 * fixed at all levels when the money was set aside, and is read from the books.
 */
final class PaymentBelow {
    private final Through through;
    private final Places places;
    private final Ledger ledger;
    private final Payout payout;
    private final Moves moves;
    /** By book and account of a part: what this step has moved of it already. */
    private final Map<UUID, Map<String, Money>> done = new HashMap<>();

    PaymentBelow(Through through, Places places, Ledger ledger, Payout payout, Moves moves) {
        this.through = through;
        this.places = places;
        this.ledger = ledger;
        this.payout = payout;
        this.moves = moves;
    }

    /** What becomes of money that was set aside. */
    enum Step {
        PAY {
            @Override
            void note(Moves moves, Member parent, Member flood, Cell cell, Money part) {
                moves.add(flood.id(), cell.committed(), cell.pot().asset(), part);
                moves.add(flood.id(), Accounts.spentByFlood(parent.slug()), Accounts.borneFor(parent.slug()), part);
            }

            @Override
            void noteAtPool(Moves moves, Member parent, Member pool, Fund fund, Money amount) {
                moves.add(pool.id(), Accounts.spentByFlood(parent.slug()), fund.atPool(parent.slug()), amount);
            }
        },
        RELEASE {
            @Override
            void note(Moves moves, Member parent, Member flood, Cell cell, Money part) {
                moves.add(flood.id(), cell.committed(), cell.free(), part);
            }

            @Override
            void noteAtPool(Moves moves, Member parent, Member pool, Fund fund, Money amount) {
                // Nothing had moved in the Pool's book.
            }
        },
        RETURN {
            @Override
            void note(Moves moves, Member parent, Member flood, Cell cell, Money part) {
                moves.add(flood.id(), cell.pot().asset(), cell.free(), part);
                moves.add(flood.id(), Accounts.borneFor(parent.slug()), Accounts.spentByFlood(parent.slug()), part);
            }

            @Override
            void noteAtPool(Moves moves, Member parent, Member pool, Fund fund, Money amount) {
                moves.add(pool.id(), fund.atPool(parent.slug()), Accounts.spentByFlood(parent.slug()), amount);
            }
        };

        abstract void note(Moves moves, Member parent, Member flood, Cell cell, Money part);

        abstract void noteAtPool(Moves moves, Member parent, Member pool, Fund fund, Money amount);
    }

    /** A member's share, divided below as it was when the money was set aside. */
    void carry(Step step, Member parent, Member member, Fund there, Money amount) {
        if (!member.isFlood()) {
            step.noteAtPool(moves, parent, member, there, amount);
            return;
        }
        Map<Cell, Money> left = left(parent, member, there);
        Through.divided(amount, left).forEach((cell, part) -> {
            done.computeIfAbsent(member.id(), none -> new HashMap<>()).merge(cell.free(), part, Money::plus);
            step.note(moves, parent, member, cell, part);
            carry(step, member, cell.member(), cell.pot().here(), part);
        });
    }

    /** What was set aside of each part and has neither come back nor been moved by this step. */
    private Map<Cell, Money> left(Member parent, Member member, Fund there) {
        Map<String, Money> drawn =
                sums(ledger.entriesOf(member.id(), FloodPayoutBooks.RESERVED, payout.id()), "equity:");
        Map<String, Money> back = sums(Reversals.elsewhere(ledger, payout, member.id()), "assets:");
        Money none = Money.zero(payout.amount().currency());
        Map<Cell, Money> left = new LinkedHashMap<>();
        for (Cell cell : through.cells(member, parent, there)) {
            left.put(
                    cell,
                    drawn.getOrDefault(cell.committed(), none)
                            .minus(back.getOrDefault(cell.free(), none))
                            .minus(done.getOrDefault(member.id(), Map.of()).getOrDefault(cell.free(), none)));
        }
        return left;
    }

    /** By account that was credited, out of accounts of one kind. */
    private static Map<String, Money> sums(List<Entry> entries, String debits) {
        return entries.stream()
                .filter(entry -> entry.debit().startsWith(debits))
                .collect(Collectors.toMap(Entry::credit, Entry::amount, Money::plus));
    }

    /** What is free again does not stay with a Flood that its member has left, at any level. */
    void goOn(Member flood, Collection<Member> touched) {
        Set<UUID> present = places.joined(flood.id());
        for (Member member : touched) {
            if (!present.contains(member.id())) {
                through.leave(moves, flood, member);
            }
        }
        for (Member member : touched) {
            if (member.isFlood()) {
                goOn(member, touchedIn(member));
            }
        }
    }

    /** The members of a Flood whose parts were set aside for this payment. */
    private Set<Member> touchedIn(Member flood) {
        Set<String> credited = ledger.entriesOf(flood.id(), FloodPayoutBooks.RESERVED, payout.id()).stream()
                .map(Entry::credit)
                .map(account -> account.substring(account.lastIndexOf(':') + 1))
                .collect(Collectors.toSet());
        return through.everIn(flood).stream()
                .filter(member -> credited.contains(member.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
