package coop.pools.flood.web;

import coop.pools.flood.Costs;
import coop.pools.flood.PreviewLeaving;
import coop.pools.flood.PreviewLeaving.Leaver;
import coop.pools.flood.PreviewLeaving.Preview;
import coop.pools.flood.ReadCosts.Gift;
import coop.pools.flood.ReadHomecoming.Took;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.governance.ActionSubjects.Numbers;
import coop.pools.governance.domain.Action.FloodAction;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a vote about a Flood's money means, as a table beside the vote. */
public final class CostNumbers {
    private CostNumbers() {}

    /** Who bears how much of a payment, or fills how much of a bucket. */
    public static Numbers of(Costs costs) {
        List<List<String>> rows = new ArrayList<>();
        boolean anybodyLacks = costs.lacking().isPositive();
        for (Costs.Line line : costs.lines()) {
            List<String> row = new ArrayList<>(List.of(line.name(), MoneyText.of(line.asked())));
            if (!costs.done()) {
                row.add(MoneyText.of(line.free()));
            }
            if (anybodyLacks) {
                row.add(line.lacking().isPositive() ? MoneyText.of(line.lacking()) : "nothing");
                row.add(MoneyText.of(line.drawn()));
            }
            rows.add(row);
            line.behind().forEach(pool -> rows.add(behind(pool, row.size())));
        }
        List<String> heads = new ArrayList<>(List.of("Pool", costs.done() ? "#It gave" : "#Its share"));
        if (!costs.done()) {
            heads.add("#It has free");
        }
        if (anybodyLacks) {
            heads.addAll(List.of("#It lacks", "#It would give"));
        }
        String title = costs.done() ? "What each Pool gave" : "What each Pool would give, as things stand";
        return new Numbers(title, words(costs), heads, rows, costs.done() || costs.whole());
    }

    /** A Pool within the Flood of the row above, in a row of so many cells. */
    private static List<String> behind(Costs.Behind pool, int cells) {
        List<String> row = new ArrayList<>(Collections.nCopies(cells, "\u2013"));
        row.set(0, "of this " + pool.name());
        row.set(cells > 3 ? cells - 1 : 1, MoneyText.of(pool.drawn()));
        return row;
    }

    private static String words(Costs costs) {
        String shared = costs.done() ? "" : "Shared " + key(costs.terms().key()) + ", as the compact says. ";
        if (costs.done()) {
            return "";
        }
        if (costs.whole() && !costs.covered()) {
            return shared + "Every Pool has enough for its share.";
        }
        String lacking = stopped(costs) + "Together " + MoneyText.of(costs.lacking()) + " is lacking. ";
        if (costs.covered()) {
            return shared + lacking + "By the compact the other Pools cover it.";
        }
        if (costs.lacking().isZero()) {
            return shared + "No Pool can be asked for a share, so nothing would be paid.";
        }
        boolean stop = costs.terms().shortfall() == Shortfall.STOP;
        return shared
                + lacking
                + (stop
                        ? "By the compact the others do not cover it: as things stand nothing would be paid."
                        : "The others do not have enough to cover it: as things stand nothing would be paid.");
    }

    private static String stopped(Costs costs) {
        List<String> names = costs.state().stopping();
        return names.isEmpty()
                ? ""
                : "Payouts of " + String.join(", ", names)
                        + " are stopped: what is kept there for the Flood cannot go out until they go on. A passed vote waits"
                        + " for that, where nothing else is in the way. ";
    }

    private static String key(CostKey key) {
        return switch (key) {
            case EQUAL_POOLS -> "equally";
            case BY_MEMBERS -> "by the number of members";
            case BY_PLEDGE -> "by what each Pool has put in";
            case BY_AVAILABLE -> "by what each Pool has left";
        };
    }

    /** What a gift to a Flood means for the Pool. */
    public static Numbers of(Gift gift) {
        boolean enough = !gift.amount().isMoreThan(gift.available());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("We can spend now", gift.available()));
        rows.add(row("less what goes to the Flood", gift.amount()));
        if (enough) {
            rows.add(row("is left for ourselves", gift.available().minus(gift.amount())));
        }
        String where = gift.byHand()
                ? "We have an account of our own: two stewards send the money to whoever holds that of " + gift.flood()
                        + ", and it is our stake when it has arrived. "
                : gift.fund() == Fund.EARMARK
                        ? "By the compact the money stays with us, kept for " + gift.flood()
                                + " until a vote of all its people spends it. "
                        : "By the compact the money moves into the book of " + gift.flood() + " at once. ";
        String words = enough
                ? where + "Until it is spent we can leave and take it along."
                : "As things stand we do not have enough, so nothing would be given.";
        return new Numbers("What it means for us", words, List.of("Step", "#Amount"), rows, enough);
    }

    /** What those take along who leave by a vote of the Flood; empty where it moves nobody now. */
    public static Optional<Numbers> of(PreviewLeaving leaving, UUID flood, FloodAction action) {
        return action.ofFlood(new FloodAction.Kinds<>(
                admit -> Optional.empty(),
                remove -> leaving.all(flood).stream()
                        .filter(leaver -> leaver.id().equals(remove.pool()))
                        .findFirst()
                        .map(leaver -> new Numbers(
                                "What " + leaver.name() + " would take along, as things stand",
                                "",
                                List.of("What", "#Amount"),
                                steps(leaver.preview(), "its"),
                                true)),
                change -> Optional.empty(),
                end -> each(leaving.all(flood)),
                merge -> each(leaving.all(flood)),
                take -> each(leaving.all(take.flood())),
                split -> each(leaving.all(flood).stream()
                        .filter(leaver -> split.pools().contains(leaver.id()))
                        .toList()),
                share -> Optional.empty()));
    }

    private static Optional<Numbers> each(List<Leaver> leavers) {
        List<List<String>> rows = leavers.stream()
                .map(leaver -> List.of(
                        leaver.name(),
                        MoneyText.of(leaver.preview().putIn()),
                        MoneyText.of(leaver.preview().spent()),
                        MoneyText.of(leaver.preview().committed()),
                        MoneyText.of(leaver.preview().home())))
                .toList();
        List<String> heads = List.of("Pool", "#Put in", "#Spent of it", "#On its way out", "#Takes along");
        String words = "What it has put in, less what is spent of it and its share of payments on their way.";
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Numbers("What each would take along, as things stand", words, heads, rows, true));
    }

    /** What those took along who have left, at least one. */
    public static Numbers took(List<Took> all) {
        List<List<String>> rows =
                all.stream().map(one -> row(one.name(), one.amount())).toList();
        return new Numbers(
                "What was taken along",
                "A share of payments that were on their way then comes home too where they fail.",
                List.of("Pool", "#Took along"),
                rows,
                true);
    }

    /** What a Pool takes along. */
    public static Numbers of(Preview preview) {
        String released = MoneyText.of(preview.released());
        String returned = MoneyText.of(preview.returned());
        String words = preview.released().isZero() ? "It comes back from the Flood. " : "";
        if (preview.released().isPositive()) {
            words = preview.returned().isZero()
                    ? "It is with us already, and is free again. "
                    : "Of what comes home, " + released + " is with us already and is free again, and " + returned
                            + " comes back from the Flood. ";
        }
        words += "If a payment on its way fails, our share of it comes home too.";
        return new Numbers(
                "What we would take along, as things stand",
                words,
                List.of("What", "#Amount"),
                steps(preview, "our"),
                true);
    }

    private static List<List<String>> steps(Preview preview, String whose) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Put in and not taken home", preview.putIn()));
        rows.add(row("less what the Flood has spent of it", preview.spent()));
        rows.add(row("less " + whose + " share of payments on their way", preview.committed()));
        rows.add(row("comes home", preview.home()));
        if (preview.fromLarger().isPositive()) {
            rows.add(row("of this out of larger Floods", preview.fromLarger()));
        }
        return rows;
    }

    private static List<String> row(String label, Money amount) {
        return List.of(label, MoneyText.of(amount));
    }
}
