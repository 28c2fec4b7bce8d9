package coop.pools.reconciliation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.Money;
import coop.pools.treasury.domain.BookedMovement;
import coop.pools.treasury.domain.BookedMovement.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant OLD = NOW.minusSeconds(601);
    private static final Instant YOUNG = NOW.minusSeconds(600);

    @Test
    void equalMovementsOfOnePaymentArePairedWhateverTheirOrder() {
        List<ProcessorMovement> there = List.of(
                there("t3", "refund", "re_2", -100, 0, OLD),
                there("t1", "charge", "ch_1", 1000, 40, OLD),
                there("t2", "refund", "re_1", -100, 0, OLD));
        List<BookedMovement> here = List.of(
                here(Kind.REFUND, "re_1", "t2", -100, 0),
                here(Kind.CHARGE, "pi_1", "", 1000, 40),
                here(Kind.REFUND, "re_2", "", -100, 0));
        Matching matching = Matching.of(there, here, NOW);
        assertThat(matching.differences()).isEmpty();
        assertThat(matching.matched()).containsExactlyInAnyOrderElementsOf(there);
        assertThat(matching.imbalance().orElseThrow().isZero()).isTrue();
    }

    @Test
    void aTransactionThatTheBooksNameMustBeThatOne() {
        Matching matching = Matching.of(
                List.of(there("t1", "refund", "re_1", -100, 0, OLD)),
                List.of(here(Kind.REFUND, "re_1", "t9", -100, 0)),
                NOW);
        assertThat(matching.differences())
                .extracting(Difference::kind, Difference::object)
                .containsExactly(
                        Tuple.tuple(Difference.Kind.MISSING_IN_BOOKS, "t1"),
                        Tuple.tuple(Difference.Kind.MISSING_AT_PROCESSOR, "t9"));
        assertThat(matching.imbalance().orElseThrow().isZero()).isTrue();
    }

    @Test
    void whatIsYoungerThanTenMinutesIsOnItsWayAndExplainsTheSums() {
        Matching matching = Matching.of(List.of(there("t1", "charge", "ch_1", 1000, 40, YOUNG)), List.of(), NOW);
        assertThat(matching.differences()).isEmpty();
        assertThat(matching.matched()).isEmpty();
        assertThat(matching.imbalance()).contains(Money.of(960, "EUR"));
    }

    @Test
    void aFeeThatIsStillToBeBookedWaitsAndIsThenADifference() {
        ProcessorMovement charge = there("t1", "charge", "ch_1", 1000, 40, OLD);
        BookedMovement young = new BookedMovement(
                Kind.CHARGE,
                "pi_1",
                "pi_1",
                Optional.empty(),
                Money.of(1000, "EUR"),
                Optional.empty(),
                YOUNG,
                Optional.empty());
        Matching waiting = Matching.of(List.of(charge), List.of(young), NOW);
        assertThat(waiting.differences()).isEmpty();
        assertThat(waiting.matched()).isEmpty();
        assertThat(waiting.imbalance()).contains(Money.of(-40, "EUR"));
        Matching late = Matching.of(List.of(charge), List.of(young), NOW.plusSeconds(1));
        assertThat(late.differences()).extracting(Difference::kind).containsExactly(Difference.Kind.FEE);
    }

    @Test
    void aMovementOfStrangersIsUnknownAndOneOfOursIsMissing() {
        ProcessorMovement strange = there("t1", "charge", "ch_1", 1000, 40, OLD);
        assertThat(Matching.of(List.of(strange), List.of(), NOW).differences())
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.UNKNOWN);
        ProcessorMovement ours = new ProcessorMovement(
                "",
                "t1",
                "charge",
                Optional.of("ch_1"),
                "pi_1",
                Optional.of("c-1"),
                Money.of(1000, "EUR"),
                Money.of(40, "EUR"),
                Money.of(960, "EUR"),
                OLD,
                OLD);
        assertThat(Matching.of(List.of(ours), List.of(), NOW).differences())
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.MISSING_IN_BOOKS);
    }

    @Test
    void aSecondChargeOfOnePaymentIsMissingInTheBooks() {
        Matching matching = Matching.of(
                List.of(there("t1", "charge", "ch_1", 1000, 40, OLD), there("t2", "charge", "ch_2", 1000, 40, OLD)),
                List.of(here(Kind.CHARGE, "pi_1", "", 1000, 40)),
                NOW);
        assertThat(matching.differences())
                .extracting(Difference::kind, Difference::object)
                .containsExactly(Tuple.tuple(Difference.Kind.MISSING_IN_BOOKS, "t2"));
        assertThat(matching.imbalance()).contains(Money.of(960, "EUR"));
    }

    @Test
    void aTransferThatWasTakenBackInPartsIsEqualToTheirSum() {
        List<ProcessorMovement> there = List.of(
                there("t1", "transfer", "tr_1", -1000, 0, OLD),
                there("t2", "transfer_reversal", "trr_1", 300, 0, OLD),
                there("t3", "transfer_reversal", "trr_2", 200, 0, OLD));
        List<BookedMovement> here =
                List.of(here(Kind.TRANSFER, "pi_1", "", -1000, 0), here(Kind.TRANSFER_REVERSAL, "pi_1", "", 500, 0));
        Matching matching = Matching.of(there, here, NOW);
        assertThat(matching.differences()).isEmpty();
        assertThat(matching.matched()).containsExactlyInAnyOrderElementsOf(there);
        List<BookedMovement> less =
                List.of(here(Kind.TRANSFER, "pi_1", "", -1000, 0), here(Kind.TRANSFER_REVERSAL, "pi_1", "", 300, 0));
        assertThat(Matching.of(there, less, NOW).differences())
                .extracting(Difference::kind, Difference::object)
                .containsExactly(Tuple.tuple(Difference.Kind.MISSING_IN_BOOKS, "t3"));
    }

    @Test
    void theAccountThatItCameToListsThePartsAsRefunds() {
        List<ProcessorMovement> there = List.of(
                there("t1", "charge", "py_1", 1000, 0, OLD),
                there("t2", "refund", "pyr_1", -300, 0, OLD),
                there("t3", "refund", "pyr_2", -200, 0, OLD));
        BookedMovement came = here(Kind.CHARGE, "pi_1", "", 1000, 0);
        Matching matching = Matching.of(there, List.of(came, here(Kind.REFUND, "pi_1", "", -500, 0)), NOW);
        assertThat(matching.differences()).isEmpty();
        assertThat(matching.matched()).containsExactlyInAnyOrderElementsOf(there);
        assertThat(Matching.of(there, List.of(came, here(Kind.REFUND, "re_1", "", -500, 0)), NOW)
                        .differences())
                .as("one refund of a card is one movement")
                .hasSize(3);
    }

    @Test
    void theOperatorsOwnMovementsAreKnownByTheirCategory() {
        ProcessorMovement payout = new ProcessorMovement(
                "",
                "t1",
                "payout",
                Optional.of("po_1"),
                "t1",
                Optional.empty(),
                Money.of(-500, "EUR"),
                Money.of(0, "EUR"),
                Money.of(-500, "EUR"),
                OLD,
                OLD);
        assertThat(payout.firstStanding()).isEqualTo(ProcessorMovement.Standing.PLATFORM);
        assertThat(there("t2", "payout", "po_1", -500, 0, OLD).firstStanding())
                .as("not with a payment")
                .isEqualTo(ProcessorMovement.Standing.OPEN);
    }

    private static ProcessorMovement there(
            String id, String category, String source, long amount, long fee, Instant at) {
        return new ProcessorMovement(
                "",
                id,
                category,
                Optional.of(source),
                "pi_1",
                Optional.empty(),
                Money.of(amount, "EUR"),
                Money.of(fee, "EUR"),
                Money.of(amount - fee, "EUR"),
                at,
                at);
    }

    private static BookedMovement here(Kind kind, String object, String transaction, long amount, long fee) {
        return new BookedMovement(
                kind,
                "pi_1",
                object,
                Optional.of(transaction).filter(id -> !id.isEmpty()),
                Money.of(amount, "EUR"),
                Optional.of(Money.of(fee, "EUR")),
                OLD,
                Optional.empty());
    }
}
