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
        List<List<String>> rows = meaning.covered()
                ? List.of(
                        row(loose ? "We can spend now, outside buckets" : "In the bucket now", meaning.has()),
                        row("less this payment", amount),
                        row("is left", meaning.has().minus(amount)))
                : List.of();
        String words = (meaning.large() ? large(meaning) : "") + lacking(meaning);
        boolean good = meaning.covered() && meaning.leavesTheirs();
        return new Numbers("What it means for us", words.strip(), List.of("Step", "#Amount"), rows, good);
    }

    private static String lacking(Meaning meaning) {
        if (!meaning.covered()) {
            String has = MoneyText.of(meaning.has());
            return meaning.pay().bucket().isEmpty()
                    ? "As things stand we can spend " + has + " outside buckets, so nothing would be paid."
                    : "As things stand there is " + has + " in the bucket, so nothing would be paid.";
        }
        if (!meaning.leavesTheirs()) {
            return "As things stand " + MoneyText.of(meaning.owed())
                    + " is owed to those who have left. Without what is theirs we have "
                    + MoneyText.of(meaning.withoutOwed()) + ", so nothing would be paid.";
        }
        return meaning.large() && meaning.owed().isPositive()
                ? MoneyText.of(meaning.owed()) + " is owed to those who have left."
                : "";
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
