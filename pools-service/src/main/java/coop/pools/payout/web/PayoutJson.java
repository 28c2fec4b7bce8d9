package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.kernel.Money;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.TakenBacks;
import coop.pools.payout.web.PayeeJson.BodyJson;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payout in the API.
 *
 * @param payee the payee's id
 * @param state reserved, sent, paid, failed or reversed
 * @param proposal the proposal that ordered it, or made the pledge by which it is due; missing for what a member gets who
 *     has left
 * @param exit the claim of a member who has left; otherwise missing
 * @param way processor or stewards: who carries it out
 * @param cameBack how much of it came back after it was paid
 * @param heldUntil until when members have to confirm the payee's new bank details; missing when they need not
 * @param note what it waits for, or why it failed; may be missing
 * @param handOver where it does not leave the Pool's own, but goes into a Flood
 * @param endedAt when it was paid, failed or reversed
 */
public record PayoutJson(
        UUID id,
        BodyJson body,
        MoneyJson amount,
        UUID payee,
        String payeeName,
        String purpose,
        String state,
        Optional<UUID> proposal,
        Optional<UUID> exit,
        String way,
        MoneyJson cameBack,
        Optional<Instant> heldUntil,
        Optional<String> note,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<HandOverJson> handOver) {

    /**
     * Money that goes to whoever holds a Flood's.
     *
     * @param arrivedAt from when on it is a stake; missing while it is on its way
     * @param takenBack what banks took back of it and is to be brought again as one sum; missing for nothing
     * @param lacking what of that was spent or promised by then; missing for nothing
     * @param others what came to the operator with its number and is not taken for it, the oldest first; at most twenty
     */
    public record HandOverJson(
            UUID flood,
            Optional<Instant> arrivedAt,
            Optional<MoneyJson> takenBack,
            Optional<MoneyJson> lacking,
            List<MoneyJson> others) {
        static HandOverJson of(HandOver handOver, TakenBacks backs, List<Money> others) {
            return new HandOverJson(
                    handOver.flood(),
                    handOver.arrivedAt(),
                    Optional.of(backs.openSum()).filter(Money::isPositive).map(MoneyJson::of),
                    Optional.of(backs.lacking()).filter(Money::isPositive).map(MoneyJson::of),
                    others.stream().map(MoneyJson::of).toList());
        }
    }

    static PayoutJson of(Payout payout, Bodies.Body body, String payeeName, Optional<HandOverJson> handOver) {
        return new PayoutJson(
                payout.id(),
                BodyJson.of(body),
                MoneyJson.of(payout.amount()),
                payout.payeeId(),
                payeeName,
                payout.purpose(),
                payout.state().word(),
                payout.ground().decidedBy(),
                payout.ground().claim(),
                payout.way().word(),
                MoneyJson.of(payout.cameBack()),
                payout.hold()
                        .filter(hold -> payout.state() == PayoutState.RESERVED)
                        .map(Payout.Hold::until),
                Optional.of(payout.note()).filter(note -> !note.isEmpty()),
                payout.createdAt(),
                payout.endedAt(),
                handOver);
    }

    /** Part of a list, newest first; {@code next} goes into {@code ?after=}. */
    public record Items(List<PayoutJson> items, Optional<UUID> next) {}
}
