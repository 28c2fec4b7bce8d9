package coop.pools.exit.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.exit.ReadPaymentMeaning.Meaning;
import coop.pools.governance.ActionSubjects.Numbers;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentNumbersTest {
    private static final Optional<String> LOOSE = Optional.empty();
    private static final Optional<String> BREAD = Optional.of("bread");

    @Test
    void aPaymentSaysWhatItLeavesWhereItComesFrom() {
        assertThat(numbers(LOOSE, 100, 60, 0, false).rows().get(0))
                .first()
                .isEqualTo("We can spend now, outside buckets");
        Numbers ofBucket = numbers(BREAD, 100, 60, 0, false);
        assertThat(ofBucket.rows())
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactly("In the bucket now \u20ac1.00", "less this payment \u20ac0.60", "is left \u20ac0.40");
        assertThat(ofBucket.words()).isEmpty();
        assertThat(ofBucket.good()).isTrue();
    }

    @Test
    void whereThereIsTooLittleNothingWouldBePaid() {
        assertThat(numbers(LOOSE, 59, 60, 0, false)).satisfies(numbers -> {
            assertThat(numbers.rows()).isEmpty();
            assertThat(numbers.good()).isFalse();
            assertThat(numbers.words())
                    .isEqualTo("As things stand we can spend \u20ac0.59 outside buckets, so nothing would be paid.");
        });
        assertThat(numbers(BREAD, 59, 60, 0, false).words())
                .isEqualTo("As things stand there is \u20ac0.59 in the bucket, so nothing would be paid.");
    }

    @Test
    void whatIsOwedToThoseWhoHaveLeftGoesBeforeALargePayment() {
        assertThat(numbers(BREAD, 100, 60, 940, true)).satisfies(numbers -> {
            assertThat(numbers.good()).isTrue();
            assertThat(numbers.words()).endsWith(" nothing is paid. \u20ac9.40 is owed to those who have left.");
        });
        assertThat(numbers(BREAD, 100, 60, 941, true)).satisfies(numbers -> {
            assertThat(numbers.good()).isFalse();
            assertThat(numbers.words())
                    .endsWith("Without what is theirs we have \u20ac0.59, so nothing would be paid.");
        });
        assertThat(numbers(BREAD, 100, 60, 1_005, true).words())
                .as("never below zero")
                .endsWith("Without what is theirs we have \u20ac0.00, so nothing would be paid.");
        assertThat(numbers(BREAD, 100, 60, 941, false)).satisfies(numbers -> {
            assertThat(numbers.good()).as("a usual payment waits for nobody").isTrue();
            assertThat(numbers.words()).isEmpty();
        });
    }

    /** A Pool that has ten euros, so much of them where the payment comes from. */
    private static Numbers numbers(Optional<String> bucket, long has, long amount, long owed, boolean large) {
        Action.Pay pay = new Action.Pay(new UUID(1, 1), eur(amount), "Flour", bucket);
        return PaymentNumbers.of(new Meaning(
                eur(has), eur(1_000), eur(owed), pay, large, new BasisPoints(2_500), new BasisPoints(5_000), false));
    }

    private static Money eur(long minor) {
        return new Money(minor, Currency.getInstance("EUR"));
    }
}
