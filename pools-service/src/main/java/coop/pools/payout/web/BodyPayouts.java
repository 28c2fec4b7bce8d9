package coop.pools.payout.web;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payout;
import coop.pools.platform.web.Fields;
import java.util.List;
import java.util.Optional;

/** Payouts in the API; what Pools and Floods share. */
public final class BodyPayouts {
    private final ReadPayouts payouts;
    private final ReadPayees payees;

    public BodyPayouts(ReadPayouts payouts, ReadPayees payees) {
        this.payouts = payouts;
        this.payees = payees;
    }

    PayoutJson.Items list(BodyRef.Kind kind, String slug, String after, String limit) {
        Bodies.Body body = payees.body(kind, slug);
        int most = Fields.limit(limit);
        List<PayoutJson> items =
                payouts.ofBody(body.ref(), Optional.ofNullable(after).map(Fields::pathId), most).stream()
                        .map(payout -> PayoutJson.of(payout, body, payeeName(payout), handOver(payout)))
                        .toList();
        return new PayoutJson.Items(
                items,
                items.size() < most
                        ? Optional.empty()
                        : Optional.of(items.get(items.size() - 1).id()));
    }

    Payout payout(String id) {
        return payouts.byId(Fields.pathId(id));
    }

    PayoutJson one(String id) {
        Payout payout = payout(id);
        return PayoutJson.of(payout, payees.body(payout.body()), payeeName(payout), handOver(payout));
    }

    private Optional<PayoutJson.HandOverJson> handOver(Payout payout) {
        return payouts.handOver(payout.id())
                .map(found ->
                        PayoutJson.HandOverJson.of(found, payouts.takenBack(payout), payouts.others(payout.id())));
    }

    private String payeeName(Payout payout) {
        return payees.name(payout.payeeId()).orElse("");
    }
}
