package coop.pools.treasury;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payment;
import coop.pools.treasury.domain.Contribution.Settled;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts together what is known of a charge. */
final class ChargeReader {
    private final ChargeStore charges;

    ChargeReader(ChargeStore charges) {
        this.charges = charges;
    }

    /** A contribution's charge as it stands. */
    Charge read(Contribution contribution) {
        return read(contribution, contribution.payment().map(Payment::id).orElse(""));
    }

    /** What was told of the payment before it was known may not fit it: another account's or currency's says nothing. */
    Charge read(Contribution contribution, String paymentId) {
        boolean facts = charges.hasFacts(paymentId);
        return new Charge(
                contribution.amount(),
                contribution.state().isBooked(),
                contribution.settlement().map(Settled::fee),
                charges.shares(contribution.id()),
                facts
                        ? fitting(charges.refunds(paymentId), contribution, CardRefund::account, CardRefund::amount)
                        : List.of(),
                facts
                        ? fitting(charges.disputes(paymentId), contribution, CardDispute::account, CardDispute::amount)
                        : List.of());
    }

    private static <T> List<T> fitting(
            List<T> told, Contribution contribution, Function<T, Optional<String>> account, Function<T, Money> amount) {
        return told.stream()
                .filter(fact -> account.apply(fact).equals(contribution.terms().account()))
                .filter(fact -> amount.apply(fact)
                        .currency()
                        .equals(contribution.amount().currency()))
                .toList();
    }
}
