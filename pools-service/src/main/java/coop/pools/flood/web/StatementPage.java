package coop.pools.flood.web;

import coop.pools.flood.Member;
import coop.pools.flood.StakeStatement;
import coop.pools.flood.StakeStatement.Kind;
import coop.pools.flood.domain.Quarter;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.web.BookPage;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a statement shows.
 *
 * @param path of the statement, without a quarter
 * @param months of the quarter, in words
 * @param lastDay of the quarter; empty while it runs
 * @param sums from what there was to what there is, in order
 * @param earlier the quarter before, where there is a statement for it; otherwise empty
 * @param more where its lines go on; empty on the last page
 */
public record StatementPage(
        String floodSlug,
        String floodName,
        String path,
        String memberPath,
        String memberName,
        boolean flood,
        String quarter,
        String months,
        String firstDay,
        String lastDay,
        List<SumLine> sums,
        List<MoveLine> lines,
        String earlier,
        String later,
        String more) {
    private static final Map<Kind, String> SUMS = Map.of(
            Kind.GAVE, "Came in from it",
            Kind.PAID, "Paid of it",
            Kind.CAME_BACK, "Came back from payments",
            Kind.WENT_HOME, "Went home");
    private static final Map<Kind, String> LINES = Map.of(
            Kind.GAVE, "Came in",
            Kind.PAID, "Paid",
            Kind.CAME_BACK, "Came back",
            Kind.WENT_HOME, "Went home");

    /** Where a member's statements are. */
    static String path(String flood, Member member) {
        return "/floods/" + flood + member.path() + "/statement";
    }

    static StatementPage of(StakeStatement statement, Around around, List<MoveLine> lines, boolean more) {
        Quarter quarter = statement.quarter();
        String path = path(statement.flood().slug(), statement.member());
        return new StatementPage(
                statement.flood().slug(),
                statement.flood().name(),
                path,
                statement.member().path(),
                statement.member().name(),
                statement.member().isFlood(),
                quarter.toString(),
                InstantText.quarter(quarter.toString()),
                InstantText.day(quarter.from()),
                around.over() ? InstantText.day(quarter.next().from().minus(Duration.ofDays(1))) : "",
                sums(statement, around.over()),
                lines,
                around.earlier().map(Quarter::toString).orElse(""),
                around.later().map(Quarter::toString).orElse(""),
                more
                        ? path + "?quarter=" + quarter + "&after="
                                + lines.get(lines.size() - 1).seq()
                        : "");
    }

    private static List<SumLine> sums(StakeStatement statement, boolean over) {
        List<SumLine> sums = new ArrayList<>();
        sums.add(new SumLine("At the beginning", MoneyText.of(statement.before()), true));
        for (Kind kind : Kind.values()) {
            sums.add(new SumLine(SUMS.get(kind), signed(kind, statement.sums().get(kind)), false));
        }
        sums.add(new SumLine(over ? "At the end" : "Now", MoneyText.of(statement.after()), true));
        return sums;
    }

    private static String signed(Kind kind, Money amount) {
        if (amount.isZero()) {
            return MoneyText.of(amount);
        }
        return kind.adds() ? "+" + MoneyText.of(amount) : MoneyText.of(amount.negated());
    }

    /** The quarters beside it, and whether it has ended. */
    record Around(Optional<Quarter> earlier, Optional<Quarter> later, boolean over) {}

    /** One of the sums; the stake itself is {@code whole}. */
    public record SumLine(String label, String figure, boolean whole) {}

    /**
     * One entry of the book.
     *
     * @param vote that decided it; empty where none is known
     */
    public record MoveLine(long seq, String kind, String memo, String day, String vote, String url, String amount) {
        static String vote(BookPage.Line words) {
            return words.whoUrl().or(words::vote).orElse("");
        }

        static MoveLine of(StakeStatement statement, Entry entry, BookPage.Line words) {
            Kind kind = statement.kindOf(entry);
            String vote = vote(words);
            return new MoveLine(
                    entry.seq(),
                    LINES.get(kind),
                    words.memo(),
                    InstantText.day(entry.at()),
                    vote,
                    words.url().filter(url -> !url.equals(vote)).orElse(""),
                    signed(kind, entry.amount()));
        }
    }
}
