package coop.pools.treasury.domain;

import static coop.pools.treasury.domain.PlayedCharge.ONE;
import static coop.pools.treasury.domain.PlayedCharge.TWO;
import static coop.pools.treasury.domain.PlayedCharge.euros;
import static coop.pools.treasury.domain.PlayedCharge.movement;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.ledger.domain.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever happens to a payment with fee and tip, the books of Pools, commons and operator add up to it. */
class PlatformSharesProperties {
    private static final UUID COMMUNITY = new UUID(0, 3);
    private static final UUID OPERATOR = new UUID(0, 4);

    @Property(tries = 300)
    void everythingAddsUpToTheCent(
            @ForAll @LongRange(min = 2, max = 5_000) long one,
            @ForAll @LongRange(min = 1, max = 5_000) long two,
            @ForAll @LongRange(max = 800) long community,
            @ForAll @LongRange(max = 800) long operator,
            @ForAll @LongRange(max = 200) long cardFee,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 3_000) Integer> refunds,
            @ForAll @IntRange(max = 2) int dispute) {
        List<Share> shares = shares(one, two, community, operator);
        PlayedCharge charge = new PlayedCharge(shares);
        long all = one + two + community + operator;
        long fee = Math.min(cardFee, all);
        charge.paid();
        charge.settled(fee);
        charge.released();
        long back = 0;
        for (int i = 0; i < refunds.size(); i++) {
            long part = Math.min(refunds.get(i), all - back);
            if (part > 0) {
                charge.refund("re_" + i, part, CardRefund.State.SUCCEEDED);
                back += part;
            }
        }
        long taken = all - back;
        if (dispute > 0 && taken > 0) {
            CardDispute.State state = dispute == 1 ? CardDispute.State.LOST : CardDispute.State.OPEN;
            charge.dispute(state, taken, movement("txn_1", -taken, 1_500));
        } else {
            taken = 0;
        }
        Map<UUID, Map<String, Long>> books = charge.balances();
        assertThat(sum(books, Accounts.CONTRIBUTIONS)).isEqualTo(all - back);
        assertThat(sum(books, Accounts.CARD_FEES)).isEqualTo(fee);
        assertThat(sum(books, Accounts.OWED_BY_CONTRIBUTORS) + sum(books, Accounts.DISPUTED))
                .isEqualTo(taken == 0 ? 0 : taken);
        long disputeFees = sum(books, Accounts.DISPUTE_FEES);
        assertThat(sum(books, Accounts.AVAILABLE) - sum(books, Accounts.SHORTFALL))
                .isEqualTo(all - back - taken - fee - disputeFees);
        if (back == all) {
            assertThat(sum(books, Accounts.CONTRIBUTIONS)).as("all went back").isZero();
        }
    }

    /** Card fees are a share of the charge and something fixed, rounded half up, as the processor's are. */
    @Property(tries = 1_000)
    void aTipNeverLessensWhatThePoolGets(
            @ForAll @LongRange(min = 50, max = 500_000) long given,
            @ForAll @LongRange(max = 500_000) long tip,
            @ForAll @IntRange(max = 1_000) int feeBasisPoints,
            @ForAll @IntRange(max = 400) int rate,
            @ForAll @IntRange(max = 50) int fixed) {
        long without = reaches(given, 0, feeBasisPoints, rate, fixed);
        assertThat(reaches(given, Math.min(tip, given), feeBasisPoints, rate, fixed))
                .isGreaterThanOrEqualTo(feeBasisPoints == 0 ? without : without - 1);
    }

    private static long reaches(long given, long tip, int feeBasisPoints, int rate, int fixed) {
        long charged = given + tip;
        long cardFee = Math.min(charged, (charged * rate * 2 + 10_000) / 20_000 + fixed);
        Extra extra = Extra.of(feeBasisPoints, euros(given), euros(tip));
        long all = extra.all().minorUnits();
        Charge charge = new Charge(
                euros(charged), true, Optional.empty(), shares(given + tip - all, 0, all, 0), List.of(), List.of());
        return charge.reachesPools(euros(cardFee)).minorUnits();
    }

    private static List<Share> shares(long one, long two, long community, long operator) {
        List<Share> shares = new ArrayList<>(List.of(Share.of(1, ONE, Optional.empty(), euros(one))));
        if (two > 0) {
            shares.add(Share.of(2, TWO, Optional.of("garden"), euros(two)));
        }
        if (community > 0) {
            shares.add(Share.ofPlatform(shares.size() + 1, COMMUNITY, Share.Part.COMMUNITY, euros(community)));
        }
        if (operator > 0) {
            shares.add(Share.ofPlatform(shares.size() + 1, OPERATOR, Share.Part.OPERATOR, euros(operator)));
        }
        return shares;
    }

    private static long sum(Map<UUID, Map<String, Long>> books, String account) {
        return books.values().stream()
                .flatMap(book -> book.entrySet().stream())
                .filter(entry -> entry.getKey().equals(account)
                        || account.equals(Accounts.AVAILABLE) && entry.getKey().startsWith(Accounts.BUCKETS))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
