package coop.pools.flood.web;

import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.ByHand;
import coop.pools.flood.domain.Pledge;
import coop.pools.governance.ActionSubjects.Link;
import coop.pools.governance.ActionSubjects.Numbers;
import coop.pools.kernel.Money;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** What came of a pledge, month for month, beside the vote that made it. */
public final class PledgeNumbers {
    private static final int MOST_LINKS = 12;

    private static final String BY_HAND =
            "We have an account of our own: whatever falls due two stewards send to whoever"
                    + " holds the money of the Flood, and it is our stake when it has arrived. What cannot be sent is not owed later.";

    private PledgeNumbers() {}

    /** What a vote on a pledge would mean for a Pool with an account of its own. */
    public static Numbers byHand() {
        return new Numbers("How it is carried out", BY_HAND, List.of(), List.of(), true);
    }

    /** @param byHand whether the Pool has an account of its own now */
    public static Numbers of(Pledged pledged, boolean byHand) {
        boolean monthly = pledged.pledge().isMonthly();
        String next = PledgeLine.of(pledged).next() + ".";
        boolean open = pledged.pledge().isOpen();
        return new Numbers(
                "What came of it",
                open && byHand ? next + " " + BY_HAND : next,
                monthly ? List.of("For", "#Came in", "#Given", "Where it is") : List.of("On", "#Given", "Where it is"),
                pledged.months().stream()
                        .map(month -> row(pledged.pledge(), month))
                        .toList(),
                true);
    }

    private static List<String> row(Pledge pledge, Taken month) {
        String given = money(pledge, month.taken());
        return pledge.isMonthly()
                ? List.of(month(month), money(pledge, month.cameIn()), given, where(month))
                : List.of(InstantText.day(month.takenAt()), given, where(month));
    }

    private static String where(Taken month) {
        if (month.tooSmall()) {
            return "Too little to be sent, and not owed later";
        }
        if (month.taken() == 0) {
            return month.share() == 0 ? "Nothing was due" : "Nothing could be taken, and it is not owed later";
        }
        return month.byHand().map(ByHand::stands).map(PledgeNumbers::words).orElse("In the Flood");
    }

    private static String words(ByHand.Stands stands) {
        return switch (stands) {
            case ORDERED -> "Ordered; two stewards send it";
            case ON_ITS_WAY -> "On its way";
            case ARRIVED -> "Arrived";
            case NOT_SENT -> "Could not be sent, and is not owed later";
            case CAME_BACK -> "Came back, and is not owed later";
        };
    }

    /** The payouts by which stewards send it, the newest first. */
    public static List<Link> links(Pledged pledged) {
        return pledged.months().stream()
                .flatMap(month -> month.byHand().stream().map(sent -> link(pledged.pledge(), month, sent)))
                .limit(MOST_LINKS)
                .toList();
    }

    private static Link link(Pledge pledge, Taken month, ByHand sent) {
        String label = pledge.isMonthly() ? "Payment for " + month(month) : "Payment";
        return new Link(
                label,
                money(pledge, month.taken()) + ": " + words(sent.stands()).toLowerCase(Locale.ENGLISH),
                "/payouts/" + sent.payout());
    }

    private static String money(Pledge pledge, long minor) {
        return MoneyText.of(new Money(minor, pledge.amount().currency()));
    }

    /** For example {@code March 2026}. */
    private static String month(Taken taken) {
        YearMonth month = YearMonth.parse(taken.inMonth());
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }
}
