package coop.pools.membership.web;

import coop.pools.membership.domain.ExitShare;
import coop.pools.platform.web.MoneyText;
import java.util.ArrayList;
import java.util.List;

/** How an exit share comes about, in words. */
public final class ExitWords {
    /** When what cannot be paid at once is. */
    private static final String WAITS = " waits: for money to come in, or until the bylaws let more go within a year to"
            + " those who leave. The oldest claim comes first.";

    private ExitWords() {}

    /** One sentence with its article. */
    static String formula(ExitShare share) {
        if (share.given().isZero()) {
            return "Exit share = 0: you gave nothing as a member that the bylaws give back (article 17).";
        }
        String borne = share.borne().isZero()
                ? ""
                : " - " + MoneyText.of(share.borne())
                        + ", your part of payments that you agreed to and that are still to be made";
        return "Exit share = " + MoneyText.of(share.given()) + " that you gave as a member, after card costs - "
                + MoneyText.of(share.spent()) + ", your part of what was spent since or is missing" + borne + " = "
                + MoneyText.of(share.amount()) + " (article 17 of the bylaws).";
    }

    /** A line of the formula. @param amount in words */
    public record Step(String label, String amount) {}

    /** The same as a sum, line by line; empty where nothing was given. */
    static List<Step> steps(ExitShare share) {
        if (share.given().isZero()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("You gave as a member, after card costs", MoneyText.of(share.given())));
        steps.add(new Step("less your part of what was spent since or is missing", MoneyText.of(share.spent())));
        if (share.borne().isPositive()) {
            steps.add(new Step(
                    "less your part of payments that you agreed to and that are still to be made",
                    MoneyText.of(share.borne())));
        }
        steps.add(new Step("is yours", MoneyText.of(share.amount())));
        return List.copyOf(steps);
    }

    /** When it is paid; empty when there is nothing to pay. */
    static String when(ExitShare share) {
        if (share.amount().isZero()) {
            return "";
        }
        String later = MoneyText.of(share.later());
        if (share.now().isZero()) {
            return later + WAITS;
        }
        return share.later().isZero()
                ? "It is set aside for you at once."
                : MoneyText.of(share.now()) + " is set aside for you at once; " + later + WAITS;
    }
}
