package coop.pools.integrations.payments.sandbox;

import coop.pools.integrations.payments.PaymentFailure;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What the operator brings to the sandbox, and what banks take back of it. */
final class SandboxTopUps {
    private static final String SUM = ":sum";
    private static final String BACK = ":back";

    private final SandboxState state;
    private final SandboxJournal journal;

    SandboxTopUps(SandboxState state, SandboxJournal journal) {
        this.state = state;
        this.journal = journal;
    }

    void bring(String name, long amountMinor, Currency currency, String words) {
        String id = idOf(name);
        state.add(id, String.valueOf(journal.now()));
        long now = Long.parseLong(state.read(id).orElseThrow());
        state.add(id + SUM, amountMinor + " " + currency.getCurrencyCode());
        note(
                id,
                new SandboxMovement(
                        "txn_" + id, "topup", id, "", "", words, amountMinor, 0, currency.getCurrencyCode(), now, now));
    }

    /** What was brought by this name, and how much of it is left; empty when nothing was. */
    Optional<SandboxTopUp> find(String name) {
        String id = idOf(name);
        return state.read(id + SUM).map(text -> text.split(" ")).map(sum -> {
            long left = Long.parseLong(sum[0]);
            int parts = 0;
            for (Optional<Part> part = part(id, 1, left); part.isPresent(); part = part(id, parts + 1, left)) {
                parts++;
                left -= part.get().minor();
            }
            return new SandboxTopUp(Currency.getInstance(sum[1]), left, parts);
        });
    }

    boolean takeBack(String name, Optional<Long> amountMinor) {
        Optional<SandboxTopUp> present = find(name);
        if (present.isEmpty()) {
            return false;
        }
        long wanted = amountMinor.orElse(present.get().leftMinor());
        if (wanted > present.get().leftMinor()
                || amountMinor.filter(minor -> minor <= 0).isPresent()) {
            throw new PaymentFailure(
                    PaymentFailure.Outcome.REJECTED, "amount_too_large", "not so much of it is left", null);
        }
        String id = idOf(name);
        int next = present.get().parts() + 1;
        if (wanted > 0 && !state.add(back(id, next), journal.now() + " " + wanted)) {
            // Another one was taken back in the same moment.
            return takeBack(name, amountMinor);
        }
        list(id, present.get().currency());
        return true;
    }

    /** All parts, once more too where a crash came between. */
    private void list(String id, Currency currency) {
        long left = Long.parseLong(state.read(id + SUM).orElseThrow().split(" ")[0]);
        int number = 1;
        for (Optional<Part> part = part(id, 1, left); part.isPresent(); part = part(id, number, left)) {
            Part taken = part.get();
            note(
                    back(id, number),
                    new SandboxMovement(
                            "txn_back_" + id + (number == 1 ? "" : ":" + number),
                            "topup_reversal",
                            id,
                            "",
                            "",
                            "",
                            -taken.minor(),
                            0,
                            currency.getCurrencyCode(),
                            taken.at(),
                            taken.at()));
            left -= taken.minor();
            number++;
        }
    }

    /** What was taken back once. @param at in seconds */
    private record Part(long at, long minor) {}

    /** One that says no amount has taken all that was left. */
    private Optional<Part> part(String id, int number, long left) {
        return state.read(back(id, number))
                .map(text -> text.split(" "))
                .map(text -> new Part(Long.parseLong(text[0]), text.length > 1 ? Long.parseLong(text[1]) : left));
    }

    private void note(String name, SandboxMovement movement) {
        journal.note(name, movement.createdAt(), "", List.of(), List.of(movement));
    }

    private static String back(String id, int number) {
        return id + BACK + (number == 1 ? "" : ":" + number);
    }

    private static String idOf(String name) {
        return "tu_sandbox_" + name;
    }
}
