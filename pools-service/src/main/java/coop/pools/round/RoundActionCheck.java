package coop.pools.round;

import coop.pools.bucket.NewBuckets;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.round.domain.Round;
import coop.pools.treasury.TreasuryRefusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Refuses rounds that could never be opened or ended: of another body, over, with unknown buckets, in another currency. */
public final class RoundActionCheck implements ActionCheck {
    /** Open at a time. */
    static final int MOST_OPEN = 5;

    private final RoundStore store;
    private final NewBuckets buckets;
    private final Bodies bodies;
    private final Clock clock;

    public RoundActionCheck(RoundStore store, NewBuckets buckets, Bodies bodies, Clock clock) {
        this.store = store;
        this.buckets = buckets;
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * @throws Refused UNKNOWN_ROUND, ROUND_CLOSED, TOO_MANY_ROUNDS, ROUND_TIMES, BUCKET_TWICE, MINIMUM_ABOVE_TARGET,
     *     WRONG_CURRENCY, and what buckets refuse
     */
    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.Round round) {
            round.order().opening().ifPresent(open -> check(body, open));
            round.order().ending().ifPresent(end -> requireRunning(body, end.round()));
        }
    }

    private void check(BodyRef body, RoundOrder.Open open) {
        if (store.running(body).size() >= MOST_OPEN) {
            throw new Refused(RoundRefusal.TOO_MANY_ROUNDS, Map.of("most", MOST_OPEN));
        }
        RoundTimes.checked(open.times(), clock.instant());
        String currency = bodies.read(body).currency();
        requireCurrency("action.pot", open.pot(), currency);
        Set<String> seen = new HashSet<>();
        for (RoundOrder.Line line : open.lines()) {
            requireCurrency("action.buckets.target", line.target(), currency);
            line.minimum().ifPresent(least -> requireMinimum(least, line.target(), currency));
            if (!seen.add(line.bucket().orElseGet(() -> "+" + line.name().toLowerCase(Locale.ROOT)))) {
                throw new Refused(RoundRefusal.BUCKET_TWICE, Map.of("field", "action.buckets"));
            }
        }
        buckets.check(
                body,
                open.lines().stream().flatMap(line -> line.bucket().stream()).toList(),
                open.lines().stream()
                        .filter(line -> line.bucket().isEmpty())
                        .map(RoundOrder.Line::name)
                        .toList());
    }

    private static void requireMinimum(Money least, Money target, String currency) {
        requireCurrency("action.buckets.minimum", least, currency);
        if (least.isMoreThan(target)) {
            throw new Refused(RoundRefusal.MINIMUM_ABOVE_TARGET, Map.of("field", "action.buckets.minimum"));
        }
    }

    private static void requireCurrency(String field, Money amount, String currency) {
        if (!amount.currency().getCurrencyCode().equals(currency)) {
            throw new Refused(TreasuryRefusal.WRONG_CURRENCY, Map.of("field", field, "currency", currency));
        }
    }

    private void requireRunning(BodyRef body, UUID id) {
        Optional<Round> round = store.find(id).filter(found -> found.body().equals(body));
        if (round.isEmpty()) {
            throw new Refused(RoundRefusal.UNKNOWN_ROUND, Map.of("field", "action.round"));
        }
        if (round.get().end().isPresent()) {
            throw new Refused(RoundRefusal.ROUND_CLOSED);
        }
    }
}
