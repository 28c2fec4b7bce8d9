package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Pot;
import coop.pools.flood.domain.Stay;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.ledger.domain.Accounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Money through the levels: what a Flood has in a larger one is, to the cent, the sum of parts of its members. Each
 * change at one level is a change of these parts at the next, down to the Pools. Called inside a transaction that holds
 * all Floods around.
 */
public final class Through {
    private final FloodStore floods;
    private final Members members;
    private final PoolMoney money;

    public Through(FloodStore floods, Members members, PoolMoney money) {
        this.floods = floods;
        this.members = members;
        this.money = money;
    }

    /** Whether it is a Pool with its money on an account of its own. */
    boolean holdsItself(Member member) {
        return !member.isFlood() && money.own().test(member.id());
    }

    /** Whether it is a Pool that has chosen an account of its own, which is not in use yet. */
    boolean isOpening(Member member) {
        return !member.isFlood() && money.opening().test(member.id());
    }

    /** Whether it is a Pool that pays itself, and has too few stewards to do so. */
    boolean lacksStewards(Member member) {
        return !member.isFlood() && money.lacksStewards(member.id());
    }

    /** In a Pool's book: where its stakes come home to. What it holds itself the operator cannot add to. */
    static String home(boolean holdsItself) {
        return holdsItself ? Accounts.WITH_OPERATOR : Accounts.AVAILABLE;
    }

    /** Everybody who belongs to a Flood or did so before, who joined first before the others. */
    List<Member> everIn(Member flood) {
        List<UUID> ids = floods.stays(flood.id()).stream()
                .sorted(Comparator.comparing(Stay::joinedAt)
                        .thenComparing(stay -> stay.pool().toString()))
                .map(Stay::pool)
                .distinct()
                .toList();
        Map<UUID, Member> found = members.byIds(ids);
        return ids.stream().map(found::get).toList();
    }

    /** All parts that a Flood's members can have in its stake in a larger one, in the same order. */
    List<Cell> cells(Member child, Member parent, Fund there) {
        List<Cell> cells = new ArrayList<>();
        for (Member member : everIn(child)) {
            Pot.of(parent.slug(), there).forEach(pot -> cells.add(new Cell(member, pot)));
        }
        return cells;
    }

    /** Divides an amount by weights; nobody gets nothing. */
    static Map<Cell, Money> divided(Money amount, Map<Cell, Money> weights) {
        Map<Cell, Money> parts = new LinkedHashMap<>();
        List<Money> split = MoneySplit.byWeights(
                amount, weights.values().stream().map(Money::minorUnits).toList());
        int place = 0;
        for (Cell cell : weights.keySet()) {
            Money part = split.get(place++);
            if (part.isPositive()) {
                parts.put(cell, part);
            }
        }
        return parts;
    }

    /** A part of a member's stake is promised to a payment; whatever is below it is promised too. */
    void reserve(Moves moves, Member parent, Member member, Fund there, Money amount) {
        if (!member.isFlood()) {
            return;
        }
        divided(amount, free(moves, parent, member, there)).forEach((cell, part) -> {
            moves.add(member.id(), cell.free(), cell.committed(), part);
            reserve(moves, member, cell.member(), cell.pot().here(), part);
        });
    }

    /**
     * The same, looked at only: how much of it each Pool behind a Flood bears.
     *
     * @param moves notes it, and is not to be booked
     */
    void bear(Moves moves, Member parent, Member member, Fund there, Money amount, Map<Member, Money> pools) {
        if (!member.isFlood()) {
            pools.merge(member, amount, Money::plus);
            return;
        }
        divided(amount, free(moves, parent, member, there)).forEach((cell, part) -> {
            moves.add(member.id(), cell.free(), cell.committed(), part);
            bear(moves, member, cell.member(), cell.pot().here(), part, pools);
        });
    }

    private Map<Cell, Money> free(Moves moves, Member parent, Member member, Fund there) {
        Map<Cell, Money> free = new LinkedHashMap<>();
        Money none = Money.zero(Currency.getInstance(member.currency()));
        cells(member, parent, there)
                .forEach(cell -> free.put(cell, moves.accounts(member.id()).getOrDefault(cell.free(), none)));
        return free;
    }

    /** All of a member that is not promised goes home: to a Pool, or into the book of a Flood within. */
    void leave(Moves moves, Member flood, Member member) {
        moves.holding(flood.id(), member).above().forEach((pot, part) -> pull(moves, flood, member, pot, part));
        Holding holding = moves.holding(flood.id(), member);
        for (Fund fund : Fund.values()) {
            Money home = holding.free().get(fund);
            moves.add(flood.id(), fund.free(member.key()), fund.asset(Accounts.AVAILABLE), home);
            for (String bucket : holding.buckets().keySet()) {
                Money part = holding.inBucket(bucket, fund);
                moves.add(flood.id(), fund.inBucket(bucket, member.key()), fund.asset(Accounts.bucket(bucket)), part);
                home = home.plus(part);
            }
            arrive(moves, flood, member, fund, home);
        }
    }

    private void arrive(Moves moves, Member flood, Member member, Fund fund, Money home) {
        if (!member.isFlood()) {
            moves.add(member.id(), home(holdsItself(member)), fund.atPool(flood.slug()), home);
            return;
        }
        if (home.isPositive()) {
            Map<String, Money> accounts = Map.copyOf(moves.accounts(member.id()));
            for (Cell cell : cells(member, flood, fund)) {
                Money part = accounts.getOrDefault(cell.free(), Money.zero(home.currency()));
                down(moves, member, cell, part);
            }
        }
    }

    /** From a Flood's stake in a larger one into what its member has free in it. */
    private static void down(Moves moves, Member flood, Cell cell, Money part) {
        Fund here = cell.pot().here();
        moves.add(flood.id(), here.asset(Accounts.AVAILABLE), cell.pot().asset(), part);
        moves.add(flood.id(), cell.free(), here.free(cell.member().key()), part);
    }

    /** Takes a member's part out of its Flood's stake in a larger one, from all that the Flood has there. */
    private void pull(Moves moves, Member flood, Member member, Pot pot, Money amount) {
        Member parent = Member.of(floods.bySlug(pot.parent()).orElseThrow());
        Fund there = pot.there();
        Holding stake = moves.holding(parent.id(), flood);
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(stake.free().get(there), part -> {}, there.free(flood.key()), Accounts.AVAILABLE));
        stake.buckets().forEach((bucket, parts) -> {
            if (parts.containsKey(there)) {
                sources.add(new Source(
                        parts.get(there), part -> {}, there.inBucket(bucket, flood.key()), Accounts.bucket(bucket)));
            }
        });
        stake.above().forEach((higher, part) -> {
            if (higher.here() == there) {
                sources.add(new Source(
                        part,
                        pulled -> pull(moves, parent, flood, higher, pulled),
                        there.free(flood.key()),
                        Accounts.AVAILABLE));
            }
        });
        List<Money> parts = MoneySplit.byWeights(
                amount,
                sources.stream().map(source -> source.has().minorUnits()).toList());
        for (int i = 0; i < parts.size(); i++) {
            Source source = sources.get(i);
            if (parts.get(i).isPositive()) {
                source.first().accept(parts.get(i));
                moves.add(parent.id(), source.equity(), there.asset(source.held()), parts.get(i));
            }
        }
        down(moves, flood, new Cell(member, pot), amount);
    }

    /** One of the places where a Flood has money in a larger one. @param first what brings it there */
    private record Source(Money has, Consumer<Money> first, String equity, String held) {}

    /** A Flood gives to a larger one what its members give to it. */
    void give(Moves moves, Member child, Member parent, Fund wanted, List<Share> shares) {
        for (Share share : shares) {
            Pot pot = Pot.of(parent.slug(), wanted, share.fund());
            Fund there = pot.there();
            String words = moves.shareOf(share.member());
            moves.add(child.id(), pot.asset(), share.fund().asset(Accounts.AVAILABLE), share.amount(), words);
            moves.add(child.id(), share.free(), pot.free(share.member().key()), share.amount(), words);
            moves.add(parent.id(), there.asset(Accounts.AVAILABLE), there.free(child.key()), share.amount(), words);
        }
    }

    /** What each member of a Flood would find free with it if it left a larger one now. */
    List<Share> homeward(Moves moves, Member parent, Member child) {
        List<Share> shares = new ArrayList<>();
        for (Fund there : Fund.values()) {
            for (Cell cell : cells(child, parent, there)) {
                Money part = moves.accounts(child.id()).get(cell.free());
                if (part != null && part.isPositive()) {
                    shares.add(new Share(cell.member(), cell.pot().here(), part, Optional.empty()));
                }
            }
        }
        return shares;
    }
}
