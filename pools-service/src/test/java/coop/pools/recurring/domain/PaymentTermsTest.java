package coop.pools.recurring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentTermsTest {
    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);
    private static final List<SharePlan> HALVES = List.of(share(ONE, 5000), share(TWO, 5000));
    private static final List<SharePlan> ALL = List.of(share(ONE, 10_000));

    private final PaymentTerms first = PaymentTerms.first(euros(1000), Optional.empty(), HALVES, START);

    @Test
    void sharesThatAreNoWholeAreNoTerms() {
        assertThatThrownBy(() -> PaymentTerms.first(euros(1000), Optional.empty(), List.of(share(ONE, 9_999)), START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherSplitOfTheSameAmountHoldsFromTheMomentOfTheDecision() {
        Instant decided = START.plus(Duration.ofDays(10));
        PaymentTerms second = first.next(2, euros(1000), Optional.empty(), ALL, decided);
        List<PaymentTerms> all = List.of(first, second);
        assertThat(PaymentTerms.inForce(all, decided.minusSeconds(1), euros(1000)))
                .contains(first);
        assertThat(PaymentTerms.inForce(all, decided, euros(1000))).contains(second);
    }

    @Test
    void whileTheProcessorHasNotAnsweredTheAmountSaysWhichTermsItWas() {
        Instant decided = START.plus(Duration.ofDays(10));
        PaymentTerms second = first.next(2, euros(2000), Optional.empty(), ALL, decided);
        List<PaymentTerms> all = List.of(first, second);
        Instant later = decided.plus(Duration.ofHours(3));
        assertThat(PaymentTerms.inForce(all, later, euros(1000))).contains(first);
        assertThat(PaymentTerms.inForce(all, later, euros(2000))).contains(second);
        assertThat(PaymentTerms.inForce(all, later, euros(3000))).isEmpty();
    }

    @Test
    void onceItHasAnsweredTheFormerAmountFitsNoMore() {
        Instant decided = START.plus(Duration.ofDays(10));
        PaymentTerms second =
                first.next(2, euros(2000), Optional.empty(), ALL, decided).confirmed(decided.plusSeconds(5));
        List<PaymentTerms> all = List.of(first, second);
        assertThat(PaymentTerms.inForce(all, decided.plus(Duration.ofDays(1)), euros(1000)))
                .isEmpty();
        assertThat(PaymentTerms.inForce(all, decided.minus(Duration.ofDays(1)), euros(1000)))
                .contains(first);
        assertThat(PaymentTerms.inForce(all, decided.minus(Duration.ofDays(1)), euros(2000)))
                .isEmpty();
    }

    @Test
    void clocksThatDifferByAMomentLoseNothing() {
        Instant decided = START.plus(Duration.ofDays(10));
        PaymentTerms second =
                first.next(2, euros(2000), Optional.empty(), ALL, decided).confirmed(decided);
        List<PaymentTerms> all = List.of(first, second);
        assertThat(PaymentTerms.inForce(all, decided.minusSeconds(60), euros(2000)))
                .contains(second);
        assertThat(PaymentTerms.inForce(all, decided.plusSeconds(60), euros(1000)))
                .contains(first);
        assertThat(PaymentTerms.inForce(List.of(first), START.minusSeconds(1), euros(1000)))
                .contains(first);
    }

    @Test
    void whatTheProcessorRefusedWasNeverInForce() {
        Instant decided = START.plus(Duration.ofDays(10));
        PaymentTerms second =
                first.next(2, euros(2000), Optional.empty(), ALL, decided).droppedNow();
        List<PaymentTerms> all = List.of(first, second);
        assertThat(PaymentTerms.inForce(all, decided.plus(Duration.ofDays(30)), euros(1000)))
                .contains(first);
        assertThat(PaymentTerms.inForce(all, decided.plus(Duration.ofDays(30)), euros(2000)))
                .isEmpty();
    }

    @Test
    void withoutAPoolTheOthersAreAWholeAgain() {
        PaymentTerms three = PaymentTerms.first(
                euros(1000), Optional.empty(), List.of(share(ONE, 3334), share(TWO, 3333), share(THREE, 3333)), START);
        assertThat(three.givenTo(ONE)).isEqualTo(euros(334));
        assertThat(three.without(ONE)).extracting(SharePlan::basisPoints).containsExactly(5000, 5000);
        assertThat(first.without(TWO)).containsExactly(share(ONE, 10_000));
        assertThat(PaymentTerms.first(euros(1), Optional.empty(), ALL, START).without(ONE))
                .isEmpty();
    }

    private static SharePlan share(UUID pool, int basisPoints) {
        return new SharePlan(pool, Optional.empty(), basisPoints);
    }

    private static Money euros(long minor) {
        return Money.of(minor, "EUR");
    }
}
