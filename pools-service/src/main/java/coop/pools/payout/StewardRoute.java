package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.Words;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Payouts from a Pool's own account: two stewards move the money, and their words move the payout. What is left to do
 * here is to ask them, and to ask again every week.
 */
public final class StewardRoute implements PayoutRoute {
    static final Duration AGAIN = Duration.ofDays(7);

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final Stewards stewards;
    private final Notices notices;

    public StewardRoute(PayoutDesk desk, PayeeStore payees, Stewards stewards, Notices notices) {
        this.desk = desk;
        this.payees = payees;
        this.stewards = stewards;
        this.notices = notices;
    }

    @Override
    public Payout.Way way() {
        return Payout.Way.STEWARDS;
    }

    @Override
    public void carryOn(UUID id) {
        Instant now = desk.clock().instant();
        desk.transactions().inTransaction(() -> {
            Payout payout = desk.payouts().lock(id).orElseThrow();
            if (payout.state() != PayoutState.RESERVED && payout.state() != PayoutState.SENT) {
                return;
            }
            String note = payout.state() == PayoutState.SENT ? payout.note() : "Waits for two stewards";
            desk.payouts().save(payout.with(Backoff.from(now.plus(AGAIN)), note));
            tell(payout, now);
        });
    }

    /** Whoever has sent it, or gets it, has nothing to do. */
    private void tell(Payout payout, Instant now) {
        BodyRef body = payout.body();
        Optional<Payee> payee = payees.find(payout.payeeId());
        Words words = new Words(desk.payouts().words(payout.id()));
        Notice notice = new Notice(
                words.handing() == Words.Handing.SENT ? "PAYOUT_TO_CHECK" : "PAYOUT_FOR_STEWARDS",
                Map.of(
                        "amount",
                        payout.amount(),
                        "payee",
                        payee.map(Payee::name).orElse("the payee"),
                        "pool",
                        body),
                "/payouts/" + payout.id());
        for (UUID steward : stewards.of(body)) {
            boolean paid = payee.flatMap(Payee::person).filter(steward::equals).isPresent();
            if (paid || words.isSentBy(steward)) {
                continue;
            }
            UUID told = IdSource.derivedId(
                    "payout-for-stewards", payout.id().toString(), steward.toString(), now.toString());
            notices.tell(told, steward, notice);
        }
    }
}
