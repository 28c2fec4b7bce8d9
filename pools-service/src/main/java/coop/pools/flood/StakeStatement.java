package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Quarter;
import coop.pools.kernel.Money;
import coop.pools.ledger.HolderStore;
import coop.pools.ledger.domain.Entry;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a Pool, or a Flood that belongs to a larger one, had in a Flood when a quarter began, what moved in it, and what
 * it had when the quarter ended or has now. All of it counts: free, in buckets, in larger Floods and promised to payments.
 * Source: article F12.
 *
 * @param span where its lines are
 * @param sums of each kind, zero or more
 */
public record StakeStatement(
        Flood flood, Member member, Quarter quarter, HolderStore.Span span, Money before, Map<Kind, Money> sums) {
    private static final String CAME_BACK = "payout-reversed";

    /** Why a stake changes. */
    public enum Kind {
        /** The member gave it, or brought it along from another Flood. */
        GAVE,
        PAID,
        /** A payment, or a part of it, came back from whom it was paid to. */
        CAME_BACK,
        /** The member has it again, or takes it along to another Flood. */
        WENT_HOME;

        static Kind of(String cause, boolean came) {
            if (came) {
                return cause.startsWith(StakeStatement.CAME_BACK) ? CAME_BACK : GAVE;
            }
            return cause.equals(FloodPayoutBooks.PAID) ? PAID : WENT_HOME;
        }

        public boolean adds() {
            return this == GAVE || this == CAME_BACK;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static StakeStatement of(
            Flood flood, Member member, Quarter quarter, HolderStore.Span span, List<HolderStore.Sum> found) {
        Currency currency = Currency.getInstance(flood.currency());
        Money before = Money.zero(currency);
        Map<Kind, Money> sums = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            sums.put(kind, Money.zero(currency));
        }
        for (HolderStore.Sum sum : found) {
            Money amount = new Money(sum.amount(), currency);
            if (sum.kind().equals(HolderStore.BEFORE)) {
                before = sum.came() ? before.plus(amount) : before.minus(amount);
            } else {
                sums.merge(Kind.of(sum.kind(), sum.came()), amount, Money::plus);
            }
        }
        return new StakeStatement(flood, member, quarter, span, before, Map.copyOf(sums));
    }

    /** When the quarter ended; now, while it runs. */
    public Money after() {
        Money after = before;
        for (Map.Entry<Kind, Money> sum : sums.entrySet()) {
            after = sum.getKey().adds() ? after.plus(sum.getValue()) : after.minus(sum.getValue());
        }
        return after;
    }

    /** Why an entry of its span changed the stake. */
    public Kind kindOf(Entry entry) {
        boolean came = entry.credit().endsWith(":" + member.key());
        return Kind.of(entry.cause().kind(), came);
    }
}
