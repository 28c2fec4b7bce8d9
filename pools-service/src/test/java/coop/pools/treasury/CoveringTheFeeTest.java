package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.ChargeCurrencies;
import coop.pools.integrations.payments.ChargeLimits;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.Money;
import coop.pools.treasury.domain.Expected;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.lang.reflect.Proxy;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Who covers the card fee pays the least that leaves the Pools what is meant for them, with a tip and without. */
class CoveringTheFeeTest {
    /** Of two, three and no decimals, with fees of other kinds; the last has one that is not in the table. */
    private static final List<String> CURRENCIES =
            List.of("EUR", "GBP", "USD", "CZK", "JPY", "KWD", "ISK", "HUF", "MXN", "BHD", "BRL");

    private static final ChargeAmount AMOUNTS = new ChargeAmount(byTheTable());

    @Example
    void aTipBearsItsOwnPartOfTheFee() {
        Money given = Money.of(1_234, "EUR");
        Extra extra = Extra.of(0, given, Money.of(200, "EUR"));
        Money charged = AMOUNTS.toCharge(extra, Money.of(1_434, "EUR"), true);
        assertThat(left(charged, extra)).isEqualTo(given);
        assertThat(charged).isEqualTo(Money.of(1_475, "EUR"));
        assertThat(AMOUNTS.toCharge(extra, Money.of(1_434, "EUR"), false)).isEqualTo(Money.of(1_434, "EUR"));
    }

    @Property(tries = 2_000)
    void theLeastThatLeavesThePoolsTheirsIsCharged(
            @ForAll @IntRange(max = 10) int currency,
            @ForAll @LongRange(min = 1, max = 300_000) long amount,
            @ForAll @LongRange(max = 300_000) long tip,
            @ForAll @IntRange(max = 1_000) int feeBasisPoints) {
        Currency of = Currency.getInstance(CURRENCIES.get(currency));
        ChargeLimits limits = AMOUNTS.limits(of);
        Money given = new Money(limits.minimumMinor() + amount, of);
        Extra extra = Extra.of(feeBasisPoints, given, new Money(Math.min(tip, given.minorUnits()), of));
        Money wanted = given.plus(extra.tip());
        Money charged = AMOUNTS.toCharge(extra, wanted, true);
        Money meant = given.minus(extra.fee());
        assertThat(charged.minorUnits() % limits.stepMinor()).isZero();
        assertThat(meant.isMoreThan(left(charged, extra))).as("less is left").isFalse();
        long least = wanted.minorUnits();
        for (long less = charged.minorUnits() - limits.stepMinor(), tries = 0;
                less >= least && tries < 300;
                less -= limits.stepMinor(), tries++) {
            assertThat(meant.isMoreThan(left(new Money(less, of), extra)))
                    .as("%s would do as well as %s", less, charged)
                    .isTrue();
        }
    }

    /** As the books apportion the fee. */
    private static Money left(Money charged, Extra extra) {
        List<Share> pool = List.of(Share.of(1, new UUID(0, 1), Optional.empty(), charged.minus(extra.all())));
        return Expected.of(charged, AMOUNTS.expectedFee(charged), extra, pool).reaches();
    }

    /** Whose limits and fees are the published ones; nothing else is asked of it. */
    private static PaymentProcessor byTheTable() {
        FeeTable fees = FeeTable.defaults();
        return (PaymentProcessor) Proxy.newProxyInstance(
                PaymentProcessor.class.getClassLoader(),
                new Class<?>[] {PaymentProcessor.class},
                (self, method, args) -> switch (method.getName()) {
                    case "limits" -> ChargeCurrencies.limits((Currency) args[0]);
                    case "estimateFee" -> fees.estimate((Long) args[0], (Currency) args[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
