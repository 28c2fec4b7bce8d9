package coop.pools.commons.web;

import coop.pools.commons.ReadCommons;
import coop.pools.commons.domain.Stretch;
import coop.pools.governance.web.OpenVoteJson;
import coop.pools.ledger.web.BalancesJson;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.MoneyJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the operator asks for, how much of it is under the control of all Pools, and what came of it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class CommonsApi {
    private final ReadCommons commons;

    public CommonsApi(ReadCommons commons) {
        this.commons = commons;
    }

    @GET
    @Path("/api/v1/commons")
    public CommonsJson read() {
        return CommonsJson.of(commons.read());
    }

    /**
     * The commons of all Pools.
     *
     * @param feeBasisPoints of what is given; 0 for no fee
     * @param tips whether contributors may add a tip
     * @param share missing where nothing was ever published
     */
    public record CommonsJson(int feeBasisPoints, boolean tips, Optional<ShareJson> share, List<CurrencyJson> items) {
        static CommonsJson of(ReadCommons.Commons all) {
            return new CommonsJson(
                    all.plan().feeBasisPoints(),
                    all.plan().tips(),
                    all.published().map(ShareJson::of),
                    all.currencies().stream().map(CurrencyJson::of).toList());
        }
    }

    /**
     * The published schedule.
     *
     * @param basisPoints now
     * @param rises what it becomes by itself, at most ten
     * @param history everything that was published
     */
    public record ShareJson(int basisPoints, List<RiseJson> rises, List<StretchJson> history) {
        static ShareJson of(ReadCommons.Published published) {
            return new ShareJson(
                    published.now(),
                    published.rises().stream()
                            .map(rise -> new RiseJson(rise.at(), rise.basisPoints()))
                            .toList(),
                    published.history().stream().map(StretchJson::of).toList());
        }
    }

    /** A share that begins by itself. */
    public record RiseJson(Instant at, int basisPoints) {}

    /**
     * What was published.
     *
     * @param riseBasisPoints added on every anniversary of the first
     * @param mostBasisPoints what it rises to
     * @param proposal the vote that made it; missing for the first one
     */
    public record StretchJson(
            int no, Instant since, int basisPoints, int riseBasisPoints, int mostBasisPoints, Optional<UUID> proposal) {
        static StretchJson of(Stretch stretch) {
            return new StretchJson(
                    stretch.no(),
                    stretch.since(),
                    stretch.terms().basisPoints(),
                    stretch.terms().rise(),
                    stretch.terms().most(),
                    stretch.proposal());
        }
    }

    /**
     * The commons of one currency.
     *
     * @param flood the slug of its Flood, with proposals, payouts, buckets and book of its own
     * @param people distinct, of all Pools
     * @param operatorBook the slug of the operator's book, under {@code /api/v1/operators/}
     */
    public record CurrencyJson(
            String currency,
            String flood,
            UUID floodId,
            int pools,
            long people,
            SideJson community,
            SideJson operator,
            String operatorBook,
            List<OpenVoteJson> openVotes,
            List<FundedJson> funded) {
        static CurrencyJson of(ReadCommons.OfCurrency one) {
            return new CurrencyJson(
                    one.flood().currency(),
                    one.flood().slug(),
                    one.flood().id(),
                    one.pools(),
                    one.people(),
                    SideJson.of(one.community()),
                    SideJson.of(one.operator()),
                    one.operatorSlug(),
                    one.running().stream().map(OpenVoteJson::of).toList(),
                    one.funded().stream().map(FundedJson::of).toList());
        }
    }

    /** What came in less what went back, what cards cost, what was paid out, and what is held. */
    public record SideJson(MoneyJson cameIn, MoneyJson cardCosts, MoneyJson paidOut, BalancesJson balances) {
        static SideJson of(ReadCommons.Side side) {
            return new SideJson(
                    MoneyJson.of(side.cameIn()),
                    MoneyJson.of(side.cardCosts()),
                    MoneyJson.of(side.paidOut()),
                    BalancesJson.of(side.balances()));
        }
    }

    /** A payment out of the commons. */
    public record FundedJson(UUID payout, MoneyJson amount, String purpose, String state) {
        static FundedJson of(Payout payout) {
            return new FundedJson(
                    payout.id(),
                    MoneyJson.of(payout.amount()),
                    payout.purpose(),
                    payout.state().word());
        }
    }
}
