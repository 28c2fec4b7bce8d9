package coop.pools.flood.web;

import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.Pledge;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;

/**
 * A pledge as pages show it.
 *
 * @param what was promised, in words
 * @param taken so far; not what the Pool has got back
 * @param coming what of it stewards send and has not arrived yet; empty for nothing
 * @param next when it is carried out next, or when it ended, in words
 */
public record PledgeLine(
        String id, String pool, String poolSlug, String what, String taken, String coming, String next, boolean open) {
    public static PledgeLine of(Pledged pledged) {
        Pledge pledge = pledged.pledge();
        return new PledgeLine(
                pledge.id().toString(),
                pledged.pool().name(),
                pledged.pool().slug(),
                words(pledge),
                MoneyText.of(pledged.given()),
                pledged.coming().isZero() ? "" : MoneyText.of(pledged.coming()),
                pledge.dueAt()
                        .map(due -> when(pledged) + InstantText.day(due))
                        .orElseGet(() -> pledge.endedAt()
                                .map(end -> "Ended on " + InstantText.day(end))
                                .orElse("")),
                pledge.isOpen());
    }

    private static String when(Pledged pledged) {
        if (pledged.waitsForStewards()) {
            return "Waits until the Pool has two stewards who can send it, looked at again on ";
        }
        return pledged.pledge().isMonthly() ? "Next on " : "As soon as it is free, tried again on ";
    }

    /** For example {@code 10% of what comes in, at most €50.00 a month}. */
    public static String words(Pledge pledge) {
        if (!pledge.isMonthly()) {
            return MoneyText.of(pledge.amount()) + " once";
        }
        String share = pledge.basisPoints() / 100
                + (pledge.basisPoints() % 100 == 0 ? "" : "." + String.format("%02d", pledge.basisPoints() % 100));
        return share + "% of what comes in, at most " + MoneyText.of(pledge.amount()) + " a month"
                + pledge.most()
                        .map(most -> " and " + MoneyText.of(most) + " in all")
                        .orElse("");
    }
}
