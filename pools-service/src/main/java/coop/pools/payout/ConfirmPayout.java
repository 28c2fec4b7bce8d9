package coop.pools.payout;

import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.kernel.Money;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.payout.domain.PayoutState;
import coop.pools.treasury.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends a payout by what the processor says of its transfer: its answer, its event or a look-up, whichever comes first;
 * the others change nothing. A transfer that is not the one ordered is never taken for it.
 */
public final class ConfirmPayout {
    private final PayoutDesk desk;

    public ConfirmPayout(PayoutDesk desk) {
        this.desk = desk;
    }

    /** What was made of the transfer; set aside when it does not fit. */
    public Verdict confirm(TransferReceipt transfer) {
        return desk.transactions()
                .inTransaction(() -> parsed(transfer.payoutId())
                        .flatMap(desk.payouts()::lock)
                        .map(payout -> confirm(payout, transfer))
                        .orElseGet(() -> Verdict.setAside("a transfer for an unknown payout")));
    }

    private Verdict confirm(Payout payout, TransferReceipt transfer) {
        if (payout.sending().isEmpty()) {
            return Verdict.setAside("a transfer for a payout that was never sent");
        }
        if (!fits(payout, payout.sending().get(), transfer)) {
            return Verdict.setAside("the transfer is not the one ordered");
        }
        if (payout.state() == PayoutState.SENT) {
            paid(payout, transfer);
            return Verdict.applied();
        }
        if (payout.state() == PayoutState.FAILED) {
            return transfer.reversed()
                    ? Verdict.ignored("failed, and its transfer was taken back")
                    : Verdict.setAside("a transfer exists for a payout that failed");
        }
        if (payout.state() == PayoutState.PAID) {
            takenBack(payout, transfer);
        }
        return Verdict.applied();
    }

    private static boolean fits(Payout payout, Sending sending, TransferReceipt transfer) {
        boolean sameTransfer = sending.transferId()
                .map(known -> known.equals(transfer.transferId()))
                .orElse(true);
        return sameTransfer
                && sending.accountId().equals(transfer.accountId())
                && payout.amount().equals(new Money(transfer.amountMinor(), transfer.currency()));
    }

    private void paid(Payout payout, TransferReceipt transfer) {
        Instant now = desk.clock().instant();
        Payout paid = payout.paid(transfer.transferId(), now);
        desk.booksOf(paid).paid(paid);
        desk.payouts().save(paid);
        takenBack(paid, transfer);
    }

    /** Books what has come back since the last time; an older word of it changes nothing. */
    private void takenBack(Payout paid, TransferReceipt transfer) {
        long most = transfer.reversed() ? transfer.amountMinor() : transfer.amountReversedMinor();
        Money total = new Money(Math.min(most, transfer.amountMinor()), transfer.currency());
        if (total.isMoreThan(paid.cameBack())) {
            Payout returned = paid.returned(total, desk.clock().instant());
            desk.booksOf(returned).reverse(returned, total);
            desk.payouts().save(returned);
        }
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
