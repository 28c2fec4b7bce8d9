package coop.pools.overview.web;

import coop.pools.governance.web.OpenVoteJson;
import coop.pools.ledger.domain.CostOfAccounting;
import coop.pools.ledger.web.BalancesJson;
import coop.pools.overview.PoolOverview;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A Pool in the API, with its balances, rules, member count and the votes that are open or coming up.
 *
 * @param recurringMonthly what comes in by itself in an average month; what is paid yearly counts with a twelfth
 * @param lacking more than the Pool had was taken back by so much; what comes in next makes up for it
 * @param payoutsStopped why no payout goes out: shortfall, audit; empty when they do
 * @param openDisputes payments into it that payers dispute with their bank and that are not decided; at most 20
 */
public record PoolJson(
        UUID id,
        String slug,
        String name,
        String currency,
        String legalForm,
        String state,
        BalancesJson balances,
        MoneyJson lacking,
        List<String> payoutsStopped,
        Cost costOfAccounting,
        MoneyJson recurringMonthly,
        int openDisputes,
        long members,
        long invited,
        Map<String, Object> rules,
        int bylawsVersion,
        List<OpenVoteJson> openVotes,
        List<InFlood> floods,
        Instant createdAt) {

    static PoolJson of(PoolOverview overview) {
        return new PoolJson(
                overview.pool().id(),
                overview.pool().slug(),
                overview.pool().name(),
                overview.pool().currency(),
                overview.pool().legalForm(),
                overview.state(),
                BalancesJson.of(overview.balances()),
                MoneyJson.of(overview.lacking()),
                overview.stopped().stream()
                        .map(freeze -> freeze.reason().word())
                        .distinct()
                        .toList(),
                Cost.of(overview.cost()),
                MoneyJson.of(overview.recurringMonthly()),
                overview.disputes().size(),
                overview.members(),
                overview.invited().open(),
                overview.rules().asMap(),
                overview.bylawsVersion(),
                overview.running().stream().map(OpenVoteJson::of).toList(),
                overview.floods().entrySet().stream()
                        .map(entry -> new InFlood(
                                entry.getKey().slug(),
                                entry.getValue().place().word(),
                                MoneyJson.of(entry.getValue().stake()),
                                entry.getValue().above().stream()
                                        .map(above -> new Above(above.flood().slug(), MoneyJson.of(above.part())))
                                        .toList()))
                        .toList(),
                overview.pool().createdAt());
    }

    /**
     * Where the Pool stands in a Flood, and its unspent stake.
     *
     * @param above its part of what this Flood has in larger ones, the nearest first
     */
    public record InFlood(String slug, String state, MoneyJson stake, List<Above> above) {}

    /** A part of what is in a larger Flood. */
    public record Above(String flood, MoneyJson part) {}

    /** Fees and charges, the money moved (contributions in and payouts out), and the fees' share of it. */
    public record Cost(MoneyJson fees, MoneyJson moved, long basisPoints) {
        static Cost of(CostOfAccounting cost) {
            return new Cost(MoneyJson.of(cost.fees()), MoneyJson.of(cost.moved()), cost.basisPoints());
        }
    }
}
