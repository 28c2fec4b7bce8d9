package coop.pools.overview;

import coop.pools.bucket.ReadBuckets;
import coop.pools.governance.ProposalView;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.MonthFlow;
import coop.pools.payout.domain.Payout;
import coop.pools.pool.domain.Pool;
import coop.pools.treasury.ReadUnderWay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a treasurer looks at.
 *
 * @param stopped why payouts are stopped; empty when they are not
 * @param owed by account, what is lacking, what banks hold in disputes and what is owed to the Pool or by it: above zero
 *     each, what is lacking first
 * @param months the last twelve and the present one, the earliest first
 * @param runway empty where there is no pace to go by
 * @param monthly what recurring contributions bring in an average month
 * @param deciding proposals about money with a step still to come
 * @param leaving payouts that are ordered and not ended
 * @param onTheWay by account, what stewards have sent to Floods and has not arrived yet
 * @param toLeavers what members who have left are owed and is not set aside for them yet; zero or more
 * @param cards card money that has not come to rest
 */
public record TreasuryOverview(
        Pool pool,
        List<Freeze> stopped,
        Balances balances,
        Map<String, Money> owed,
        List<ReadBuckets.Filled> buckets,
        List<MonthFlow> months,
        Optional<Runway> runway,
        Money monthly,
        List<ProposalView> deciding,
        List<Payout> leaving,
        Map<String, Money> onTheWay,
        Money toLeavers,
        List<ReadUnderWay.Waiting> cards,
        List<String> accounts) {}
