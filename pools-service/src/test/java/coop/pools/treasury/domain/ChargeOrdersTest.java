package coop.pools.treasury.domain;

import static coop.pools.treasury.domain.PlayedCharge.ONE;
import static coop.pools.treasury.domain.PlayedCharge.TWO;
import static coop.pools.treasury.domain.PlayedCharge.euros;
import static coop.pools.treasury.domain.PlayedCharge.movement;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.ledger.domain.Accounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every order of everything that can happen to a charge ends with the same balances. */
class ChargeOrdersTest {
    private static final List<Share> ONE_SHARE = List.of(Share.of(1, ONE, Optional.empty(), euros(2000)));
    private static final List<Share> THREE_SHARES = List.of(
            Share.of(1, ONE, Optional.empty(), euros(667)),
            Share.of(2, ONE, Optional.of("garden"), euros(1000)),
            Share.of(3, TWO, Optional.empty(), euros(333)));

    private static final List<Consumer<PlayedCharge>> COMMON = List.of(
            charge -> charge.refund("re_2", 700, CardRefund.State.PENDING),
            PlayedCharge::paid,
            charge -> charge.settled(55),
            PlayedCharge::released,
            charge -> charge.refund("re_1", 301, CardRefund.State.SUCCEEDED),
            charge -> charge.refund("re_2", 700, CardRefund.State.FAILED));

    private static final Consumer<PlayedCharge> TAKEN =
            charge -> charge.dispute(CardDispute.State.OPEN, 1699, movement("txn_1", -1699, 2000));
    private static final Consumer<PlayedCharge> LOST =
            charge -> charge.dispute(CardDispute.State.LOST, 1699, movement("txn_1", -1699, 2000));
    private static final Consumer<PlayedCharge> WON =
            charge -> charge.dispute(CardDispute.State.WON, 1699, movement("txn_2", 1699, -2000));

    @Test
    void aLostDisputeEndsAlikeInEveryOrder() {
        List<Consumer<PlayedCharge>> facts = new ArrayList<>(COMMON);
        Collections.addAll(facts, TAKEN, LOST);
        Map<String, Long> book = theOnlyEnd(ONE_SHARE, facts).get(ONE);
        assertThat(book)
                .isEqualTo(Map.of(
                        Accounts.CONTRIBUTIONS, 1699L,
                        Accounts.CARD_FEES, 55L,
                        Accounts.DISPUTE_FEES, 2000L,
                        Accounts.OWED_BY_CONTRIBUTORS, 1699L,
                        Accounts.SHORTFALL, 2055L));
        theOnlyEnd(THREE_SHARES, facts.subList(1, facts.size()));
    }

    @Test
    void aWonDisputeEndsAlikeInEveryOrder() {
        List<Consumer<PlayedCharge>> facts = new ArrayList<>(COMMON);
        Collections.addAll(facts, TAKEN, WON);
        Map<String, Long> book = theOnlyEnd(ONE_SHARE, facts).get(ONE);
        assertThat(book)
                .isEqualTo(Map.of(
                        Accounts.CONTRIBUTIONS, 1699L,
                        Accounts.CARD_FEES, 55L,
                        Accounts.AVAILABLE, 1644L));
        theOnlyEnd(THREE_SHARES, facts.subList(1, facts.size()));
    }

    private static Map<UUID, Map<String, Long>> theOnlyEnd(List<Share> shares, List<Consumer<PlayedCharge>> facts) {
        Set<Map<UUID, Map<String, Long>>> ends = new HashSet<>();
        eachEnd(new PlayedCharge(shares), new ArrayList<>(facts), 0, ends);
        assertThat(ends).hasSize(1);
        return ends.iterator().next();
    }

    /** Orders that begin alike share their beginning. At the end, the first fact is told once more. */
    private static void eachEnd(
            PlayedCharge charge, List<Consumer<PlayedCharge>> facts, int told, Set<Map<UUID, Map<String, Long>>> ends) {
        if (told == facts.size()) {
            facts.get(0).accept(charge);
            ends.add(charge.balances());
            return;
        }
        for (int i = told; i < facts.size(); i++) {
            Collections.swap(facts, told, i);
            PlayedCharge next = charge.copy();
            facts.get(told).accept(next);
            eachEnd(next, facts, told + 1, ends);
            Collections.swap(facts, told, i);
        }
    }
}
