package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.StakeStatement.Kind;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Pot;
import coop.pools.flood.domain.Quarter;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Whether the books say what the model says, and both sides of each stake the same. */
record ModelCompared(Valley valley, FloodModel model, List<MemberPool> pools, List<Flood> floods) {
    void compare() {
        Map<String, Long> held = new TreeMap<>();
        Map<String, Map<String, Money>> books = new HashMap<>();
        for (int p = 0; p < pools.size(); p++) {
            Map<String, Money> book = valley.ledger.accountBalances(pools.get(p).id());
            books.put(name(p), book);
            assertThat(minor(book, Accounts.AVAILABLE)).isEqualTo(FloodModel.of(model.pools.free, name(p)));
            assertThat(minor(book, Accounts.SHORTFALL)).isEqualTo(FloodModel.of(model.pools.lacking, name(p)));
            assertThat(minor(book, Accounts.WITH_OPERATOR))
                    .isEqualTo(FloodModel.of(model.handOvers.withOperator, name(p)));
            assertThat(minor(book, Accounts.COMING_HOME)).isEqualTo(FloodModel.of(model.homes.coming, name(p)));
            assertThat(minor(book, Accounts.RESERVED)).isEqualTo(FloodModel.of(model.handOvers.setAside, name(p)));
            for (int f = 0; f < floods.size(); f++) {
                assertThat(minor(book, Accounts.onTheWayTo(floods.get(f).slug())))
                        .isEqualTo(FloodModel.of(model.handOvers.away, name(f) + " " + name(p)));
            }
            long elsewhere = minor(book, Accounts.WITH_OPERATOR)
                    + minor(book, Accounts.COMING_HOME)
                    + sum(book, Accounts.ON_THE_WAY);
            held.merge(pools.get(p).currency(), sum(book, "assets:held:") + elsewhere, Long::sum);
        }
        for (int f = 0; f < floods.size(); f++) {
            books.put("f" + name(f), valley.ledger.accountBalances(floods.get(f).id()));
        }
        for (int f = 0; f < floods.size(); f++) {
            held.merge(floods.get(f).currency(), compareFlood(floods.get(f), name(f), books), Long::sum);
        }
        Map<String, Long> given = new TreeMap<>();
        model.pools.currency.forEach((pool, currency) -> given.merge(
                currency,
                FloodModel.of(model.pools.given, pool) + FloodModel.of(model.pools.lacking, pool),
                Long::sum));
        assertThat(held).as("every cent of each currency is somewhere").isEqualTo(given);
    }

    /**
     * The statements of all quarters, one after the other, lead from nothing to what each has, and what they say was
     * paid is what its own book says that the Flood has spent of it.
     */
    void compareStatements() {
        for (Flood flood : floods) {
            Map<String, Money> book = valley.ledger.accountBalances(flood.id());
            for (Member member : valley.through.everIn(Member.of(flood))) {
                Money stake = Money.zero(Currency.getInstance(flood.currency()));
                Money spent = stake;
                Money none = stake;
                Quarter now = valley.statements.current();
                for (Quarter at = Quarter.of(flood.createdAt()); at.compareTo(now) <= 0; at = at.next()) {
                    StakeStatement statement =
                            valley.statements.of(flood, member, at).orElseThrow();
                    assertThat(statement.before()).isEqualTo(stake);
                    stake = lines(statement);
                    assertThat(statement.after()).as(member + " in " + at).isEqualTo(stake);
                    spent = spent.plus(statement.sums().get(Kind.PAID))
                            .minus(statement.sums().get(Kind.CAME_BACK));
                }
                assertThat(stake).isEqualTo(Holding.of(book, member.key(), none).all());
                assertThat(valley.ledger.balance(member.id(), Accounts.spentByFlood(flood.slug())))
                        .as(member.name())
                        .isEqualTo(spent);
            }
        }
    }

    /** What its lines, a few at a time, make of the stake that it begins with. */
    private Money lines(StakeStatement statement) {
        Money stake = statement.before();
        List<Entry> some = valley.statements.lines(statement, 0, 7);
        while (!some.isEmpty()) {
            for (Entry entry : some) {
                Money amount = entry.amount();
                stake = statement.kindOf(entry).adds() ? stake.plus(amount) : stake.minus(amount);
            }
            some = valley.statements.lines(statement, some.get(some.size() - 1).seq(), 7);
        }
        return stake;
    }

    /** What a member is called in a Flood's book. */
    private String key(String member) {
        return FloodModel.isFlood(member)
                ? Member.of(floods.get(Integer.parseInt(member.substring(1)))).key()
                : pools.get(Integer.parseInt(member)).slug();
    }

    /** What the Flood holds itself and what Pools have paid through it. */
    private long compareFlood(Flood flood, String name, Map<String, Map<String, Money>> books) {
        ModelSide side = model.floods.get(name);
        Map<String, Money> book = books.get("f" + name);
        long spent = 0;
        Map<Fund, Long> equity = new EnumMap<>(Fund.class);
        for (String member : books.keySet()) {
            for (Fund fund : Fund.values()) {
                long all = compareStake(flood, member, fund, books);
                equity.merge(fund, all, Long::sum);
            }
            long expense = minor(books.get(member), Accounts.spentByFlood(flood.slug()));
            assertThat(expense).isEqualTo(FloodModel.of(side.spent, member));
            spent += FloodModel.isFlood(member) ? 0 : expense;
        }
        long above = sum(book, "assets:floods:");
        assertThat(sum(book, "assets:held:") + above).isEqualTo(equity.get(Fund.TRANSFER));
        assertThat(sum(book, Accounts.KEPT_BY_POOLS)).isEqualTo(equity.get(Fund.EARMARK));
        assertThat(valley.ledger.balances(flood.id()).total().minorUnits()
                        + above
                        + sum(book, Accounts.keptByPools(Accounts.EARMARKED_FOR)))
                .isEqualTo(equity.get(Fund.TRANSFER) + equity.get(Fund.EARMARK));
        return sum(book, "assets:held:") + spent;
    }

    /** All that a member has of one kind, as the Flood's book, its own and the model say. */
    private long compareStake(Flood flood, String member, Fund fund, Map<String, Map<String, Money>> books) {
        String here = word(fund);
        String key = key(member);
        ModelSide side = model.floods.get(name(floods.indexOf(flood)));
        Map<String, Money> book = books.get("f" + name(floods.indexOf(flood)));
        Map<String, Long> expected = new HashMap<>();
        expected.put(fund.free(key), side.in(here + " free", member));
        expected.put(fund.committed(key), side.in(here + " promised", member));
        for (String bucket : side.bucketsAndPots()) {
            expected.put(fund.inBucket(bucket, key), side.in(here + " " + bucket, member));
        }
        for (int f = 0; f < floods.size(); f++) {
            for (Fund there : Fund.values()) {
                if (fund == Fund.TRANSFER || there == Fund.EARMARK) {
                    Pot pot = new Pot(floods.get(f).slug(), there, fund);
                    String place = FloodModel.up(here, word(there), name(f));
                    expected.put(pot.free(key), side.in(place, member));
                    expected.put(pot.committed(key), side.in(place + " promised", member));
                }
            }
        }
        long all = 0;
        for (Map.Entry<String, Long> account : expected.entrySet()) {
            assertThat(minor(book, account.getKey())).as(account.getKey()).isEqualTo(account.getValue());
            all += account.getValue();
        }
        Map<String, Money> own = books.get(member);
        long said = minor(own, fund.atPool(flood.slug()));
        if (FloodModel.isFlood(member) && fund == Fund.EARMARK) {
            said += minor(own, Accounts.keptByPools(fund.atPool(flood.slug())));
        }
        assertThat(said).isEqualTo(all);
        return all;
    }

    private static String word(Fund fund) {
        return fund == Fund.EARMARK ? "kept" : "moved";
    }

    private static long sum(Map<String, Money> book, String beginning) {
        return book.entrySet().stream()
                .filter(account -> account.getKey().startsWith(beginning))
                .mapToLong(account -> account.getValue().minorUnits())
                .sum();
    }

    private static long minor(Map<String, Money> book, String account) {
        return book.containsKey(account) ? book.get(account).minorUnits() : 0;
    }

    void verifyChain(UUID book, String currency) {
        byte[] previous = HashChain.genesis(book, Currency.getInstance(currency));
        for (Entry entry : valley.ledgerStore.entriesAfter(book, 0, 10_000)) {
            assertThat(entry.hash()).isEqualTo(HashChain.hash(previous, entry));
            previous = entry.hash();
        }
        assertThat(valley.ledgerStore.book(book).orElseThrow().hash()).isEqualTo(previous);
    }

    static String name(int number) {
        return String.format("%02d", number);
    }
}
