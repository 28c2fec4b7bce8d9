package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.domain.Payout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who keeps a Flood's money, and whether it can go out. What a Pool keeps for a Flood stands in the Pool's own book:
 * while payouts of that book are stopped nothing of it goes out, whoever has voted on it. For the Pool may lack as much,
 * and then it would be paid with other people's money. What was handed over is not concerned. Source: article F7.
 */
public final class Custody {
    private final Through through;
    private final Ledger ledger;
    private final Freezes freezes;

    public Custody(Through through, Ledger ledger, Freezes freezes) {
        this.through = through;
        this.ledger = ledger;
        this.freezes = freezes;
    }

    /**
     * Whose stopped payouts keep back what is free of the money kept by a member; the first one, empty for nobody. Each
     * payment draws on all behind a Flood within, so one of them is enough to keep all of that Flood's part back.
     */
    public Optional<Member> stopping(Member flood, Member member) {
        return stopping(flood, member, ledger::accountBalances, Cell::free);
    }

    /** Whose stopped payouts keep back a payment whose money is set aside; the first one, empty for nobody. */
    Optional<Member> stopping(Member flood, Payout payout, List<Share> drawn) {
        return drawn.stream()
                .filter(share -> share.fund() == Fund.EARMARK)
                .flatMap(share ->
                        stopping(flood, share.member(), book -> promised(book, payout), Cell::committed).stream())
                .findFirst();
    }

    private Map<String, Money> promised(UUID book, Payout payout) {
        return ledger.entriesOf(book, FloodPayoutBooks.RESERVED, payout.id()).stream()
                .collect(Collectors.toMap(Entry::credit, Entry::amount, Money::plus));
    }

    private Optional<Member> stopping(
            Member flood, Member member, Function<UUID, Map<String, Money>> parts, Function<Cell, String> account) {
        if (!member.isFlood()) {
            return ifStopped(member);
        }
        Map<String, Money> has = parts.apply(member.id());
        return through.cells(member, flood, Fund.EARMARK).stream()
                .filter(cell -> has.containsKey(account.apply(cell))
                        && has.get(account.apply(cell)).isPositive())
                .flatMap(cell -> (cell.pot().here() == Fund.TRANSFER
                                ? ifStopped(member)
                                : stopping(member, cell.member(), parts, account))
                        .stream())
                .findFirst();
    }

    private Optional<Member> ifStopped(Member member) {
        return Optional.of(member).filter(kept -> freezes.isFrozen(kept.id()));
    }
}
