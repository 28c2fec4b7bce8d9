package coop.pools.exit.web;

import coop.pools.exit.ReadPaymentMeaning.Meaning;
import coop.pools.governance.ActionSubjects.Numbers;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.PercentText;
import java.util.List;

/** What a payment means for its Pool, as a table beside the vote. */
public final class PaymentNumbers {
    private PaymentNumbers() {}

    public static Numbers of(Meaning meaning) {
        Money amount = meaning.pay().amount();
        boolean loose = meaning.pay().bucket().isEmpty();
        boolean enough = !loose || !amount.isMoreThan(meaning.available());
        List<List<String>> rows = loose && enough
                ? List.of(
                        row("We can spend now, outside buckets", meaning.available()),
                        row("less this payment", amount),
                        row("is left", meaning.available().minus(amount)))
                : List.of();
        String words = enough
                ? ""
                : "As things stand we can spend " + MoneyText.of(meaning.available())
                        + " outside buckets, so nothing would be paid.";
        if (meaning.large()) {
            words = large(meaning) + words;
        }
        return new Numbers("What it means for us", words, List.of("Step", "#Amount"), rows, enough);
    }

    private static String large(Meaning meaning) {
        String who = meaning.passed()
                ? "Until it is carried out, whoever has not agreed to it can leave first"
                : "If it passes, whoever has not agreed to it can leave before it is carried out";
        return "It is a large payment, more than "
                + PercentText.of(meaning.largeFrom().value()) + " of what we can spend. " + who
                + " and bears nothing of it. If so many leave that less than "
                + PercentText.of(meaning.keep().value())
                + " is left, or less than it needs, nothing is paid. ";
    }

    private static List<String> row(String label, Money amount) {
        return List.of(label, MoneyText.of(amount));
    }
}
