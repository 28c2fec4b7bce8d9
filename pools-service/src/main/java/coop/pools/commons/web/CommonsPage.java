package coop.pools.commons.web;

import coop.pools.commons.CommonsPlan;
import coop.pools.commons.ReadCommons;
import coop.pools.commons.domain.Stretch;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.web.VoteLine;
import coop.pools.kernel.Money;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.PercentText;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the page of the commons shows, in words.
 *
 * @param on whether anything is asked for now
 * @param fee in percent; empty for none
 * @param share now; empty where nothing was ever published
 * @param next the next rise, in words; empty for none
 * @param history the newest first
 */
public record CommonsPage(
        boolean on,
        String operator,
        String fee,
        boolean tips,
        String share,
        String next,
        List<Rise> rises,
        List<Published> history,
        List<OfCurrency> currencies) {

    static CommonsPage of(ReadCommons.Commons all, Predicate<Flood> theirs, Instant now) {
        CommonsPlan plan = all.plan();
        List<Rise> rises = all.published()
                .map(published -> published.rises().stream()
                        .map(rise -> new Rise(InstantText.day(rise.at()), PercentText.of(rise.basisPoints())))
                        .toList())
                .orElse(List.of());
        return new CommonsPage(
                plan.isOn(),
                plan.operator(),
                plan.feeBasisPoints() == 0 ? "" : PercentText.of(plan.feeBasisPoints()),
                plan.tips(),
                all.published()
                        .map(published -> PercentText.of(published.now()))
                        .orElse(""),
                rises.isEmpty()
                        ? ""
                        : "rises to " + rises.get(0).share() + " on "
                                + rises.get(0).day(),
                rises,
                all.published()
                        .map(published -> published.history().stream()
                                .sorted(Comparator.comparing(Stretch::no).reversed())
                                .map(Published::of)
                                .toList())
                        .orElse(List.of()),
                all.currencies().stream()
                        .map(one -> OfCurrency.of(one, theirs, now))
                        .toList());
    }

    /** A share that begins by itself. */
    public record Rise(String day, String share) {}

    /** What was published; {@code vote} is empty for the first one. */
    public record Published(String since, String share, String rise, String most, String vote) {
        static Published of(Stretch stretch) {
            return new Published(
                    InstantText.day(stretch.since()),
                    PercentText.of(stretch.terms().basisPoints()),
                    PercentText.of(stretch.terms().rise()),
                    PercentText.of(stretch.terms().most()),
                    stretch.proposal().map(id -> "/proposals/" + id).orElse(""));
        }
    }

    /** A part of what is held, for the level. */
    public record LevelPart(String label, String kind, long amount, String figure) {
        static LevelPart of(String label, String kind, Money money) {
            return new LevelPart(label, kind, money.minorUnits(), MoneyText.of(money));
        }
    }

    /**
     * One currency.
     *
     * @param member whether who looks is a person of it, who may propose and see who can be paid
     */
    public record OfCurrency(
            String code,
            String name,
            String here,
            boolean member,
            int pools,
            long people,
            String cameIn,
            String cardCosts,
            String paidOut,
            String held,
            List<LevelPart> level,
            String operatorHere,
            String operatorCameIn,
            String operatorHeld,
            List<VoteLine> votes,
            List<Funded> funded) {
        static OfCurrency of(ReadCommons.OfCurrency one, Predicate<Flood> theirs, Instant now) {
            var balances = one.community().balances();
            return new OfCurrency(
                    one.flood().currency(),
                    one.flood().name(),
                    "/floods/" + one.flood().slug(),
                    theirs.test(one.flood()),
                    one.pools(),
                    one.people(),
                    MoneyText.of(one.community().cameIn()),
                    MoneyText.of(one.community().cardCosts()),
                    MoneyText.of(one.community().paidOut()),
                    MoneyText.of(balances.total()),
                    List.of(
                            LevelPart.of("Can be spent", "available", balances.available()),
                            LevelPart.of("In buckets", "bucket", balances.inBuckets()),
                            LevelPart.of("Promised to payments", "reserved", balances.reserved()),
                            LevelPart.of("On its way", "pending", balances.pending())),
                    "/operators/" + one.operatorSlug(),
                    MoneyText.of(one.operator().cameIn()),
                    MoneyText.of(one.operator().balances().total()),
                    one.running().stream().map(vote -> VoteLine.of(vote, now)).toList(),
                    one.funded().stream().map(Funded::of).toList());
        }
    }

    /** A payment out of the commons. */
    public record Funded(String path, String purpose, String amount, String state) {
        static Funded of(Payout payout) {
            return new Funded(
                    "/payouts/" + payout.id(),
                    payout.purpose(),
                    MoneyText.of(payout.amount()),
                    payout.state().word());
        }
    }
}
