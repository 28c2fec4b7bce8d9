package coop.pools.integrations.payments.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A test card, or a test bank account, with Stripe's number for it. Source: docs.stripe.com/testing; what a number does
 * only here says so.
 *
 * @param code the decline code, for DECLINES; empty otherwise
 */
public record SandboxCard(String number, Behaviour behaviour, String code) {
    /** What happens when one pays with it. */
    public enum Behaviour {
        PAYS,
        DECLINES,
        /** Needs 3-D Secure, then pays. */
        ASKS,
        /** Pays, and is disputed as fraudulent at once. */
        DISPUTES,
        /** Pays; a refund is pending for a day, then succeeds. */
        REFUNDS_SLOWLY,
        /** Pays; a refund succeeds at first and comes back after five days. */
        REFUNDS_COME_BACK,
        /** Pays; the money can be spent after seven days. Only here. */
        PAYS_LATER,
        /** A direct debit: decided after three days, in our favour. */
        DEBIT_SUCCEEDS,
        /** A direct debit: decided after three days, against us. */
        DEBIT_FAILS,
        /** Pays the first time and never again. */
        RENEWALS_FAIL,
        /** Pays; a renewal is declined at first and paid when it is tried again. Only here. */
        RENEWALS_PAY_LATE
    }

    private static final List<SandboxCard> KNOWN = List.of(
            new SandboxCard("4242424242424242", Behaviour.PAYS, ""),
            new SandboxCard("5555555555554444", Behaviour.PAYS, ""),
            new SandboxCard("378282246310005", Behaviour.PAYS, ""),
            new SandboxCard("4000000000000002", Behaviour.DECLINES, "generic_decline"),
            new SandboxCard("4000000000009995", Behaviour.DECLINES, "insufficient_funds"),
            new SandboxCard("4000000000009987", Behaviour.DECLINES, "lost_card"),
            new SandboxCard("4000000000000069", Behaviour.DECLINES, "expired_card"),
            new SandboxCard("4000000000000127", Behaviour.DECLINES, "incorrect_cvc"),
            new SandboxCard("4000000000000119", Behaviour.DECLINES, "processing_error"),
            new SandboxCard("4000002500003155", Behaviour.ASKS, ""),
            new SandboxCard("4000000000003220", Behaviour.ASKS, ""),
            new SandboxCard("4000000000000259", Behaviour.DISPUTES, ""),
            new SandboxCard("4000000000007726", Behaviour.REFUNDS_SLOWLY, ""),
            new SandboxCard("4000000000005126", Behaviour.REFUNDS_COME_BACK, ""),
            new SandboxCard("5200828282828210", Behaviour.PAYS_LATER, ""),
            new SandboxCard("DE89370400440532013000", Behaviour.DEBIT_SUCCEEDS, ""),
            new SandboxCard("DE62370400440532013001", Behaviour.DEBIT_FAILS, ""),
            new SandboxCard("4000000000000341", Behaviour.RENEWALS_FAIL, ""),
            new SandboxCard("5105105105105100", Behaviour.RENEWALS_PAY_LATE, ""));

    /** All test cards and accounts, the plain card first. */
    public static List<SandboxCard> known() {
        return KNOWN;
    }

    /** Whether paying with it is decided days later. */
    boolean debit() {
        return behaviour == Behaviour.DEBIT_SUCCEEDS || behaviour == Behaviour.DEBIT_FAILS;
    }

    /**
     * The card of a number as typed, with blanks or dashes; empty when it is no card number at all. A real card is
     * declined: nobody shall think they have paid.
     */
    static Optional<SandboxCard> typed(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String number = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<SandboxCard> known =
                KNOWN.stream().filter(card -> card.number().equals(number)).findFirst();
        if (known.isPresent() || !number.matches("[0-9]{12,19}") || !checksumHolds(number)) {
            return known;
        }
        return Optional.of(new SandboxCard("", Behaviour.DECLINES, "test_mode_live_card"));
    }

    /** The last digit of a card number is a check digit (Luhn, ISO/IEC 7812-1). */
    private static boolean checksumHolds(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
