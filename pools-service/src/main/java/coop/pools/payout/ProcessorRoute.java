package coop.pools.payout;

import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.TransferReceipt;
import coop.pools.integrations.payments.TransferRequest;
import coop.pools.payout.domain.Going;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Payout.Sending;
import coop.pools.payout.domain.PayoutState;
import coop.pools.treasury.EventState;
import coop.pools.treasury.Verdict;
import coop.pools.treasury.domain.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payouts by the processor. Each step is committed before the next: leased, marked as sent with the payee's account
 * frozen, handed to the processor outside any transaction with the payout's id as key, ended by the answer. A crash in
 * between leaves a row that is tried again with the same key; a key that may be forgotten is looked up first.
 */
public final class ProcessorRoute implements PayoutRoute {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorRoute.class);

    /** The processor keeps keys for 24 hours. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    /** When payouts are stopped it is seen after so long whether they go on. */
    private static final Duration STOPPED = Duration.ofMinutes(5);

    private final PayoutDesk desk;
    private final PaymentProcessor processor;
    private final ConfirmPayout confirm;
    private final RefreshPayee refresh;
    private final WatchDetails details;

    public ProcessorRoute(
            PayoutDesk desk,
            PaymentProcessor processor,
            ConfirmPayout confirm,
            RefreshPayee refresh,
            WatchDetails details) {
        this.desk = desk;
        this.processor = processor;
        this.confirm = confirm;
        this.refresh = refresh;
        this.details = details;
    }

    @Override
    public Payout.Way way() {
        return Payout.Way.PROCESSOR;
    }

    @Override
    public void carryOn(UUID id) {
        try {
            Optional<Payout> sent = desk.payouts().find(id).flatMap(this::marked);
            sent.map(this::withLivingKey)
                    .filter(payout -> payout.state() == PayoutState.SENT)
                    .filter(this::mayGoOut)
                    .ifPresent(this::transfer);
        } catch (PaymentFailure failure) {
            LOG.info("payout {} is tried again later: {} {}", id, failure.outcome(), failure.code());
            change(id, payout -> payout.with(payout.backoff(), "Waits for the processor's answer"));
        }
    }

    /** The payout, marked as sent; empty when it is not to be sent now. */
    private Optional<Payout> marked(Payout payout) {
        if (payout.state() == PayoutState.SENT) {
            return Optional.of(payout);
        }
        if (payout.state() != PayoutState.RESERVED) {
            return Optional.empty();
        }
        Payee payee = refresh.present(payout.payeeId());
        if (!payee.isReady()) {
            waitFor(payout);
            return Optional.empty();
        }
        if (!details.areAsVoted(payout, payee)) {
            return Optional.empty();
        }
        Instant now = desk.clock().instant();
        String account = payee.accountId().orElseThrow();
        return desk.transactions().inTransaction(() -> {
            Payout present = desk.payouts().lock(payout.id()).orElseThrow();
            Optional<String> stop = stop(present);
            if (present.state() == PayoutState.RESERVED && stop.isPresent()) {
                waitOrGiveUp(present, stop.get());
            } else if (present.state() == PayoutState.RESERVED) {
                // With the times of our own lease: the payee's getting ready may just have moved them.
                desk.payouts().save(present.sent(account, now).with(payout.backoff(), ""));
            }
            return desk.payouts().find(payout.id()).filter(found -> found.state() == PayoutState.SENT);
        });
    }

    /** Why it is not to go out now; empty when it may. */
    private Optional<String> stop(Payout payout) {
        return desk.isStopped(payout)
                ? Optional.of("Payouts are stopped")
                : desk.booksOf(payout).stoppedAt(payout).map(name -> "Payouts of " + name + " are stopped");
    }

    private void waitOrGiveUp(Payout present, String why) {
        if (isGivenUp(present)) {
            failed(present, why + ", for too long");
        } else {
            desk.payouts().save(stopped(present, why));
        }
    }

    private boolean isGivenUp(Payout stopped) {
        boolean ofBody = desk.isStopped(stopped);
        return Going.of(ofBody, true, stopped.createdAt(), desk.clock().instant()) == Going.FAILS;
    }

    private Payout stopped(Payout payout, String why) {
        details.tellThatItWaits(payout, "PAYOUT_HELD_UP");
        return payout.with(Backoff.from(desk.clock().instant().plus(STOPPED)), why);
    }

    /** One that was sent before payouts were stopped is only looked up, not sent again. */
    private boolean mayGoOut(Payout payout) {
        Optional<String> stop = stop(payout);
        if (stop.isEmpty()) {
            return true;
        }
        Optional<TransferReceipt> found = processor.findTransfer(payout.id().toString());
        if (found.isPresent()) {
            accept(payout.id(), found.get());
        } else {
            change(payout.id(), present -> stopped(present, stop.get()));
        }
        return false;
    }

    private void waitFor(Payout payout) {
        if (payout.createdAt().plus(Going.PATIENCE).isAfter(desk.clock().instant())) {
            change(payout.id(), present -> {
                details.tellThatItWaits(present, "PAYOUT_WAITS_FOR_PAYEE");
                return present.with(present.backoff(), "Waits for the payee's bank details");
            });
        } else {
            fail(payout.id(), PayoutState.RESERVED, "The payee gave no bank details in time");
        }
    }

    private Payout withLivingKey(Payout payout) {
        Sending sending = payout.sending().orElseThrow();
        Instant now = desk.clock().instant();
        if (sending.firstSentAt().plus(KEY_LIFE).isAfter(now)) {
            return payout;
        }
        Optional<TransferReceipt> found = processor.findTransfer(payout.id().toString());
        if (found.isPresent()) {
            accept(payout.id(), found.get());
        } else {
            Sending again = new Sending(sending.accountId(), sending.attempt(), now, sending.transferId());
            desk.transactions().inTransaction(() -> notSent(payout.id(), again));
        }
        return desk.payouts().find(payout.id()).orElseThrow();
    }

    /** What the processor did not get in a day is begun again, or given up like what was never sent. */
    private void notSent(UUID id, Sending again) {
        Payout present = desk.payouts().lock(id).orElseThrow();
        if (present.state() != PayoutState.SENT) {
            return;
        }
        Optional<String> stop = stop(present);
        if (stop.isPresent() && isGivenUp(present)) {
            failed(present, stop.get() + ", for too long");
        } else {
            desk.payouts().save(present.with(again));
        }
    }

    private void transfer(Payout payout) {
        Sending sending = payout.sending().orElseThrow();
        TransferRequest request = new TransferRequest(
                payout.id().toString(),
                sending.attempt(),
                sending.accountId(),
                payout.amount().minorUnits(),
                payout.amount().currency(),
                payout.body().kind().word() + "_" + payout.body().id());
        try {
            accept(payout.id(), processor.sendTransfer(request));
        } catch (PaymentFailure failure) {
            switch (failure.outcome()) {
                case REJECTED -> rejected(payout.id(), failure);
                case NOT_YET -> notYet(payout.id(), sending.attempt(), failure);
                case UNKNOWN -> throw failure;
            }
        }
    }

    /** Refused for good; an earlier try whose answer was lost may have succeeded all the same. */
    private void rejected(UUID id, PaymentFailure failure) {
        Optional<TransferReceipt> earlier = processor.findTransfer(id.toString());
        if (earlier.isPresent()) {
            accept(id, earlier.get());
        } else {
            LOG.warn("payout {} was refused: {}", id, failure.code());
            fail(id, PayoutState.SENT, "The processor refused: " + shortened(failure.code()));
        }
    }

    private void notYet(UUID id, int tried, PaymentFailure failure) {
        Instant now = desk.clock().instant();
        LOG.info("payout {} is not possible yet: {}", id, failure.code());
        change(id, payout -> {
            Sending sending = payout.sending().orElseThrow();
            Sending next = failure.keySpent() && sending.attempt() == tried
                    ? new Sending(sending.accountId(), tried + 1, now, sending.transferId())
                    : sending;
            return payout.with(next).with(payout.backoff(), "Not possible yet: " + shortened(failure.code()));
        });
    }

    private void accept(UUID id, TransferReceipt receipt) {
        Verdict verdict = receipt.payoutId().equals(id.toString())
                ? confirm.confirm(receipt)
                : Verdict.setAside("the answer is about another payout");
        if (verdict.state() == EventState.SET_ASIDE) {
            LOG.error("payout {} needs an operator: {}", id, verdict.reason());
            change(id, payout -> payout.with(Backoff.none(), "Needs an operator: " + verdict.reason()));
        }
    }

    private void change(UUID id, UnaryOperator<Payout> step) {
        desk.transactions().inTransaction(() -> {
            Payout present = desk.payouts().lock(id).orElseThrow();
            if (present.state() == PayoutState.RESERVED || present.state() == PayoutState.SENT) {
                desk.payouts().save(step.apply(present));
            }
        });
    }

    private void fail(UUID id, PayoutState from, String why) {
        desk.transactions().inTransaction(() -> {
            Payout present = desk.payouts().lock(id).orElseThrow();
            if (present.state() == from) {
                failed(present, why);
            }
        });
    }

    private void failed(Payout present, String why) {
        Payout failed = present.failed(why, desk.clock().instant());
        desk.booksOf(failed).release(failed);
        desk.payouts().save(failed);
    }

    private static String shortened(String code) {
        return code.isEmpty() ? "no reason given" : code.substring(0, Math.min(200, code.length()));
    }
}
