package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.PaymentFailure;
import java.util.List;
import java.util.Optional;

/** Does what the sandbox has put off until its time comes: renewals, decisions of banks, money that comes back. */
final class SandboxClockwork {
    private final SandboxJournal journal;
    private final SandboxTill till;
    private final SandboxReturns returns;
    private final SandboxSubscriptions subscriptions;
    private final SandboxPayees payees;

    SandboxClockwork(
            SandboxJournal journal,
            SandboxTill till,
            SandboxReturns returns,
            SandboxSubscriptions subscriptions,
            SandboxPayees payees) {
        this.journal = journal;
        this.till = till;
        this.returns = returns;
        this.subscriptions = subscriptions;
        this.payees = payees;
    }

    List<SandboxTask> due(int atMost) {
        return journal.due(atMost).stream()
                .flatMap(task -> tried(task).stream())
                .toList();
    }

    /** What can no longer be done is done with; what is busy comes again. */
    private Optional<SandboxTask> tried(SandboxJournal.Task task) {
        try {
            return Optional.of(new SandboxTask(task.key(), played(task)));
        } catch (PaymentFailure failure) {
            return failure.outcome() == PaymentFailure.Outcome.REJECTED
                    ? Optional.of(new SandboxTask(task.key(), List.of()))
                    : Optional.empty();
        }
    }

    private List<SignedEvent> played(SandboxJournal.Task task) {
        List<String> words = task.words();
        return switch (words.get(0)) {
            case "tell" -> journal.again(words.get(1), task.at()).orElseGet(List::of);
            case "arrive" -> till.arrive(words.get(1));
            case "decide" -> till.decide(words.get(1));
            case "refund" -> returns.decide(words.get(1), words.get(2), task.at());
            case "renew" -> subscriptions.renew(words.get(1), Integer.parseInt(words.get(2)), task.at());
            case "retry" ->
                subscriptions.retry(
                        words.get(1), Integer.parseInt(words.get(2)), Integer.parseInt(words.get(3)), task.at());
            case "reverse" -> payees.reverse(words.get(1));
            default -> List.of();
        };
    }
}
