package coop.pools.overview.web;

import coop.pools.bucket.ReadBuckets;
import coop.pools.governance.ProposalView;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.MonthFlow;
import coop.pools.ledger.web.BookPage;
import coop.pools.ledger.web.FreezeLine;
import coop.pools.overview.Runway;
import coop.pools.overview.TreasuryOverview;
import coop.pools.overview.web.PoolPage.LevelPart;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.treasury.ReadUnderWay;
import java.math.BigInteger;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the treasurer's page shows, in words.
 *
 * @param stopped why payouts are stopped; empty when they are not
 * @param owed what is lacking, or owed to the Pool or by it; empty for nothing
 * @param level the parts of what is held, buckets one by one
 * @param months for the chart and the table behind it, the earliest first
 * @param runway in words
 * @param monthly what comes in by itself; empty for nothing
 * @param waiting what has yet to happen, what is certain first
 * @param typed the search as it was typed
 * @param older address of the entries before these; empty on the last page
 */
public record TreasuryPage(
        String slug,
        String name,
        String total,
        List<FreezeLine> stopped,
        List<Owed> owed,
        List<LevelPart> level,
        List<MonthBar> months,
        String runway,
        String runwayNote,
        String monthly,
        List<WaitingLine> waiting,
        List<Choice> accounts,
        Map<String, String> typed,
        List<BookPage.Line> lines,
        String older) {

    /** What else there is to say of some accounts; of what is open after a change of custody its page says it. */
    private static final Map<String, String> WHY = Map.of(
            Accounts.SHORTFALL, "more was taken back than the Pool had; what comes in next makes up for it",
            Accounts.DISPUTED, "until the banks have decided",
            Accounts.OWED_BY_CONTRIBUTORS, "lost disputes: owed by those who paid, not by the others");

    /** What does not count among what is held. */
    public record Owed(String label, String amount, String why) {}

    /** What was searched for and found. */
    public record Search(Map<String, String> typed, List<BookPage.Line> lines, String older) {}

    static TreasuryPage of(TreasuryOverview overview, Search search, Function<String, String> accountWords) {
        return new TreasuryPage(
                overview.pool().slug(),
                overview.pool().name(),
                MoneyText.of(overview.balances().total()),
                FreezeLine.of(overview.stopped()),
                overview.owed().entrySet().stream()
                        .map(one -> new Owed(
                                accountWords.apply(one.getKey()),
                                MoneyText.of(one.getValue()),
                                Optional.ofNullable(WHY.get(one.getKey())).orElse("")))
                        .toList(),
                level(overview),
                bars(overview.months()),
                overview.runway().map(TreasuryPage::runway).orElse("No telling yet"),
                overview.runway()
                        .map(runway -> "at the pace of the last "
                                + (runway.overMonths() == 1 ? "whole month" : runway.overMonths() + " whole months"))
                        .orElse("nothing went out in a whole month so far"),
                overview.monthly().isPositive() ? MoneyText.of(overview.monthly()) : "",
                waiting(overview, accountWords),
                overview.accounts().stream()
                        .map(name -> new Choice(name, accountWords.apply(name)))
                        .toList(),
                search.typed(),
                search.lines(),
                search.older());
    }

    private static List<LevelPart> level(TreasuryOverview overview) {
        Balances balances = overview.balances();
        List<LevelPart> parts = new ArrayList<>();
        parts.add(LevelPart.of("Can be spent for anything", "available", balances.available()));
        overview.buckets().stream()
                .filter(filled -> filled.bucket().isOpen() || filled.balance().isPositive())
                .forEach(filled ->
                        parts.add(LevelPart.of("Bucket " + filled.bucket().name(), "bucket", filled.balance())));
        Money inPots =
                overview.buckets().stream().map(ReadBuckets.Filled::balance).reduce(balances.inBuckets(), Money::minus);
        if (inPots.isPositive()) {
            parts.add(LevelPart.of("In the pots of rounds", "bucket", inPots));
        }
        parts.add(LevelPart.of("Promised to payments", "reserved", balances.reserved()));
        if (balances.earmarked().isPositive()) {
            parts.add(LevelPart.of("Kept for Floods", "earmarked", balances.earmarked()));
        }
        parts.add(LevelPart.of("On its way in", "pending", balances.pending()));
        return parts;
    }

    private static String runway(Runway runway) {
        if (runway.isFar()) {
            return "More than 10 years";
        }
        long whole = runway.tenthsOfMonths() / 10;
        long tenth = runway.tenthsOfMonths() % 10;
        return whole + "." + tenth + " months";
    }

    private static List<MonthBar> bars(List<MonthFlow> months) {
        long most = months.stream()
                .mapToLong(month ->
                        Math.max(month.cameIn().minorUnits(), month.wentOut().minorUnits()))
                .max()
                .orElse(0);
        return months.stream().map(month -> MonthBar.of(month, most)).toList();
    }

    private static List<WaitingLine> waiting(TreasuryOverview overview, Function<String, String> words) {
        List<WaitingLine> lines = new ArrayList<>();
        overview.cards().forEach(card -> lines.add(WaitingLine.of(card)));
        overview.leaving().forEach(payout -> lines.add(WaitingLine.of(payout)));
        overview.onTheWay()
                .forEach((account, amount) -> lines.add(WaitingLine.of(account, words.apply(account), amount)));
        if (overview.toLeavers().isPositive()) {
            lines.add(WaitingLine.toLeavers(overview.pool().slug(), overview.toLeavers()));
        }
        overview.deciding().forEach(view -> lines.add(WaitingLine.of(view)));
        return lines;
    }

    /** An account to choose, by its name in the book and in words. */
    public record Choice(String value, String label) {}

    /**
     * A month of the chart.
     *
     * @param inHeight of the bar, in thousandths of the highest
     * @param outHeight of the bar, in thousandths of the highest
     * @param inBy in words, what came in from where
     */
    public record MonthBar(
            String label,
            String month,
            String cameIn,
            String wentOut,
            long inHeight,
            long outHeight,
            String inBy,
            String outBy) {
        private static final long WHOLE = 1000;

        static MonthBar of(MonthFlow flow, long most) {
            return new MonthBar(
                    flow.month().getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                    flow.month().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                            + flow.month().getYear(),
                    MoneyText.of(flow.cameIn()),
                    MoneyText.of(flow.wentOut()),
                    height(flow.cameIn(), most),
                    height(flow.wentOut(), most),
                    parts(flow.inBy()),
                    parts(flow.outBy()));
        }

        private static long height(Money money, long most) {
            return most == 0
                    ? 0
                    : BigInteger.valueOf(money.minorUnits())
                            .multiply(BigInteger.valueOf(WHOLE))
                            .divide(BigInteger.valueOf(most))
                            .longValueExact();
        }

        private static String parts(Map<String, Money> by) {
            return by.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> words(entry.getKey()) + " " + MoneyText.of(entry.getValue()))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }

        private static String words(String account) {
            if (account.equals(Accounts.CONTRIBUTIONS)) {
                return "contributions";
            }
            String last = account.substring(account.indexOf(':') + 1);
            return last.replace(':', ' ').replace('-', ' ');
        }
    }

    /** Something that has yet to happen. */
    public record WaitingLine(String what, String url, String amount, String waitsFor) {
        static WaitingLine of(Payout payout) {
            String note = payout.note().isEmpty() ? "Is being sent" : payout.note();
            return new WaitingLine(payout.purpose(), "/payouts/" + payout.id(), MoneyText.of(payout.amount()), note);
        }

        /** Sent by stewards; the Flood's page leads on to each payout. */
        static WaitingLine of(String account, String words, Money amount) {
            String flood = "/floods/" + account.substring(Accounts.ON_THE_WAY.length());
            return new WaitingLine(words, flood, MoneyText.of(amount), "The card processor's word that it has arrived");
        }

        /** Counted among what can be spent until it is set aside. */
        static WaitingLine toLeavers(String slug, Money amount) {
            return new WaitingLine(
                    "Fair shares of members who have left",
                    "/pools/" + slug + "/exits",
                    MoneyText.of(amount),
                    "Money to be free, the bylaws to allow it, or bank details");
        }

        static WaitingLine of(ReadUnderWay.Waiting card) {
            String at = card.at().map(InstantText::of).orElse("");
            String url = "/contributions/" + card.contribution();
            String amount = MoneyText.of(card.amount());
            return switch (card.why()) {
                case DISPUTE ->
                    new WaitingLine(
                            "A disputed contribution",
                            url,
                            amount,
                            at.isEmpty()
                                    ? "The bank's decision"
                                    : "Evidence until " + at + ", then the bank's decision");
                case REFUND -> new WaitingLine("A refund", url, amount, "The card company's confirmation");
                case ARRIVING ->
                    new WaitingLine(
                            "A contribution",
                            url,
                            amount,
                            at.isEmpty() ? "The card company's date" : "Can be spent from " + at);
            };
        }

        static WaitingLine of(ProposalView view) {
            Optional<String> close = view.vote().map(vote -> InstantText.of(vote.closesAt()));
            String state = switch (view.state()) {
                case DISCUSSION ->
                    "The vote opens on " + InstantText.of(view.proposal().opensAt());
                case VOTING -> "The vote closes on " + close.orElse("");
                default ->
                    view.enactsAt()
                            .map(at -> "Passed; carried out on " + InstantText.of(at))
                            .orElse("Being counted");
            };
            return new WaitingLine(
                    view.proposal().title(), "/proposals/" + view.proposal().id(), "", state);
        }
    }
}
