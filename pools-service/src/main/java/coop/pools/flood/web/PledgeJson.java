package coop.pools.flood.web;

import coop.pools.flood.PledgeStore.Taken;
import coop.pools.flood.ReadPledges.Pledged;
import coop.pools.flood.domain.ByHand;
import coop.pools.flood.domain.Pledge;
import coop.pools.kernel.Money;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pledge in the API.
 *
 * @param id the vote's
 * @param pool a slug
 * @param flood a slug
 * @param amount once so much; or at most so much in a month
 * @param basisPoints 0 for once, otherwise of what comes in in a month
 * @param most over all months
 * @param taken so far; not what could not be sent or came back
 * @param dueAt when it is carried out next; missing once it has ended
 * @param waitsForStewards whether nothing is taken until the Pool has two stewards who can send it
 * @param months what it took, the newest first
 */
public record PledgeJson(
        UUID id,
        String pool,
        String flood,
        MoneyJson amount,
        int basisPoints,
        Optional<MoneyJson> most,
        MoneyJson taken,
        boolean open,
        Instant since,
        Optional<Instant> dueAt,
        Optional<Instant> endedAt,
        boolean waitsForStewards,
        List<Month> months) {
    static PledgeJson of(Pledged pledged) {
        Pledge pledge = pledged.pledge();
        Currency currency = pledge.amount().currency();
        return new PledgeJson(
                pledge.id(),
                pledged.pool().slug(),
                pledged.flood().slug(),
                MoneyJson.of(pledge.amount()),
                pledge.basisPoints(),
                pledge.most().map(MoneyJson::of),
                MoneyJson.of(pledged.given()),
                pledge.isOpen(),
                pledge.since(),
                pledge.dueAt(),
                pledge.endedAt(),
                pledged.waitsForStewards(),
                pledged.months().stream()
                        .map(month -> Month.of(month, currency))
                        .toList());
    }

    /** Pledges to a Flood, open ones first. */
    public record Items(List<PledgeJson> items) {}

    /**
     * A month that was carried out.
     *
     * @param cameIn in that month
     * @param share of it by the pledge alone
     * @param taken after every limit
     * @param tooSmall whether nothing was taken because nobody can be asked to send so little
     * @param payout by which stewards hand it over; missing where they need not
     * @param state ordered, on-its-way, arrived, not-sent or came-back; missing with the payout
     */
    public record Month(
            String month,
            MoneyJson cameIn,
            MoneyJson share,
            MoneyJson taken,
            Instant at,
            boolean tooSmall,
            Optional<UUID> payout,
            Optional<String> state) {
        static Month of(Taken month, Currency currency) {
            return new Month(
                    month.inMonth(),
                    money(month.cameIn(), currency),
                    money(month.share(), currency),
                    money(month.taken(), currency),
                    month.takenAt(),
                    month.tooSmall(),
                    month.byHand().map(ByHand::payout),
                    month.byHand().map(ByHand::stands).map(ByHand.Stands::word));
        }

        private static MoneyJson money(long minor, Currency currency) {
            return MoneyJson.of(new Money(minor, currency));
        }
    }
}
