package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Money that a payer has paid at the sandbox, and what became of it. Times are seconds since 1970.
 *
 * @param name what the ids of the payment, its charge and its balance transaction are made of
 * @param contributionId empty for a bill of a recurring contribution
 * @param account the Pool's own account that was charged; empty for the platform's
 * @param card how the card behaves that paid
 */
public record SandboxPayment(
        String name,
        String contributionId,
        String account,
        long amountMinor,
        String currencyCode,
        String title,
        String transferGroup,
        long feeMinor,
        long paidAt,
        long availableOn,
        SandboxCard.Behaviour card,
        List<SandboxRefund> refunds,
        List<SandboxDispute> disputes) {
    public SandboxPayment {
        card = Objects.requireNonNullElse(card, SandboxCard.Behaviour.PAYS);
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
    }

    /** Where in the sandbox's books the money came from. */
    SandboxMovement movement() {
        return new SandboxMovement(
                transactionId(),
                "charge",
                chargeId(),
                id(),
                contributionId,
                "",
                amountMinor,
                feeMinor,
                currencyCode,
                paidAt,
                availableOn);
    }

    static String idOf(String name) {
        return "pi_sandbox_" + name;
    }

    public String id() {
        return idOf(name);
    }

    String chargeId() {
        return "ch_sandbox_" + name;
    }

    String transactionId() {
        return "txn_sandbox_" + name;
    }

    public Currency currency() {
        return Currency.getInstance(currencyCode);
    }

    /** What has been given back and not come back. */
    long refundedMinor() {
        return refunds.stream()
                .filter(refund -> refund.state() != RefundFact.State.FAILED)
                .mapToLong(SandboxRefund::amountMinor)
                .sum();
    }

    boolean disputed() {
        return disputes.stream().anyMatch(SandboxDispute::open);
    }

    boolean lost() {
        return disputes.stream().anyMatch(dispute -> dispute.state() == DisputeFact.State.LOST);
    }

    SandboxPayment with(SandboxRefund refund) {
        return withRefunds(replaced(refunds, refund, known -> known.id().equals(refund.id())));
    }

    SandboxPayment with(SandboxDispute dispute) {
        return new SandboxPayment(
                name,
                contributionId,
                account,
                amountMinor,
                currencyCode,
                title,
                transferGroup,
                feeMinor,
                paidAt,
                availableOn,
                card,
                refunds,
                replaced(disputes, dispute, known -> known.id().equals(dispute.id())));
    }

    private SandboxPayment withRefunds(List<SandboxRefund> next) {
        return new SandboxPayment(
                name,
                contributionId,
                account,
                amountMinor,
                currencyCode,
                title,
                transferGroup,
                feeMinor,
                paidAt,
                availableOn,
                card,
                next,
                disputes);
    }

    /** The list with this one in the place of the one of its kind, or at the end. */
    private static <T> List<T> replaced(List<T> list, T item, java.util.function.Predicate<T> same) {
        List<T> next = new ArrayList<>(list);
        int place = 0;
        while (place < next.size() && !same.test(next.get(place))) {
            place++;
        }
        if (place == next.size()) {
            next.add(item);
        } else {
            next.set(place, item);
        }
        return next;
    }
}
