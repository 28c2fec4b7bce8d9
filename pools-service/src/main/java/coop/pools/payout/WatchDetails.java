package coop.pools.payout;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Notices.Notice;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Hold;
import coop.pools.payout.domain.PayoutState;
import coop.pools.payout.domain.Words;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps changed bank details from being paid in silence. What the members voted on is the payee with the details of the
 * moment the vote opened; where they are others when the money is to go out, the payout is held for three days, all who
 * voted are told, and two members other than the payee have to confirm the new ones. One who objects, or three days
 * without two who confirm, ends the payout and frees the money: a new vote is needed.
 */
public final class WatchDetails {
    /** Stands for details of which the processor tells nothing. */
    private static final String UNTOLD = "untold";

    private final PayoutDesk desk;
    private final PayeeStore payees;
    private final PaymentProcessor processor;
    private final Votes votes;
    private final Notices notices;

    public WatchDetails(PayoutDesk desk, PayeeStore payees, PaymentProcessor processor, Votes votes, Notices notices) {
        this.desk = desk;
        this.payees = payees;
        this.processor = processor;
        this.votes = votes;
        this.notices = notices;
    }

    /** Asks the processor which bank details a payee has now, and remembers them. Outside any transaction. */
    public void look(Payee payee) {
        String now = ask(payee);
        desk.transactions().inTransaction(() -> note(payee, now));
    }

    /**
     * Whether the payout may be sent to the details as they are now; otherwise it is held or ended.
     *
     * @throws PaymentFailure when the processor cannot be asked
     */
    boolean areAsVoted(Payout payout, Payee payee) {
        String now = ask(payee);
        return desk.transactions().inTransaction(() -> {
            note(payee, now);
            Payout present = desk.payouts().lock(payout.id()).orElseThrow();
            if (present.state() != PayoutState.RESERVED) {
                return false;
            }
            if (present.ground().decidedBy().isEmpty()) {
                // Nobody voted on these details: whoever has left names where their own share goes, and a Pool's own
                // account is bound once.
                return true;
            }
            Instant opened = votes.openedAt(present.ground().id()).orElse(present.createdAt());
            boolean voted =
                    payees.detailsAt(payee.id(), opened).filter(now::equals).isPresent();
            return voted || isConfirmed(present, payee, now);
        });
    }

    private String ask(Payee payee) {
        try {
            return payee.accountId().flatMap(processor::payoutFingerprint).orElse(UNTOLD);
        } catch (PaymentFailure failure) {
            if (failure.outcome() == PaymentFailure.Outcome.REJECTED) {
                return UNTOLD;
            }
            throw failure;
        }
    }

    private void note(Payee payee, String details) {
        payees.lock(payee.id());
        payees.noteDetails(payee.id(), details, desk.clock().instant());
    }

    private boolean isConfirmed(Payout present, Payee payee, String now) {
        Optional<Hold> hold = present.hold().filter(held -> held.details().equals(now));
        if (hold.isEmpty()) {
            hold(present, payee, new Hold(now, desk.clock().instant()));
            return false;
        }
        Instant since = hold.get().since();
        Words words = new Words(desk.payouts().words(present.id()));
        if (words.isConfirmedSince(since) && !words.isObjectedSince(since)) {
            return true;
        }
        if (words.isObjectedSince(since)
                || !desk.clock().instant().isBefore(hold.get().until())) {
            end(present, "The payee's bank details had changed and were not confirmed; this needs a new vote");
        } else {
            desk.payouts().save(present.held(hold.get(), present.note()));
        }
        return false;
    }

    private void hold(Payout present, Payee payee, Hold hold) {
        desk.payouts().save(present.held(hold, "The payee's bank details have changed since the vote"));
        Set<UUID> people = new LinkedHashSet<>(votes.people(present.ground().id()));
        people.add(payee.createdBy());
        people.addAll(votes.carers(present.body()));
        Notice notice = new Notice(
                "PAYEE_DETAILS_CHANGED",
                Map.of("amount", present.amount(), "payee", payee.name(), "pool", present.body()),
                "/payouts/" + present.id());
        for (UUID person : people) {
            UUID told = IdSource.derivedId(
                    "details-changed",
                    present.id().toString(),
                    person.toString(),
                    hold.since().toString());
            notices.tell(told, person, notice);
        }
    }

    /** The stewards of a Flood learn once that a payout waits, and for what. */
    void tellThatItWaits(Payout present, String kind) {
        List<UUID> carers = votes.carers(present.body());
        if (carers.isEmpty()) {
            return;
        }
        String payee = payees.find(present.payeeId()).map(Payee::name).orElse("the payee");
        Notice notice = new Notice(
                kind,
                Map.of("amount", present.amount(), "payee", payee, "pool", present.body()),
                "/payouts/" + present.id());
        for (UUID steward : carers) {
            UUID told = IdSource.derivedId(kind, present.id().toString(), steward.toString());
            notices.tell(told, steward, notice);
        }
    }

    private void end(Payout present, String why) {
        Payout failed = present.failed(why, desk.clock().instant());
        desk.booksOf(failed).release(failed);
        desk.payouts().save(failed);
    }
}
