package coop.pools.flood;

import coop.pools.bylaws.ChangeRules;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.payout.OrderHandOver;
import java.util.Map;
import java.util.UUID;

/**
 * What Pools can decide about Floods, and Floods for themselves: an active Flood takes positions, pays, and decides who
 * belongs to it, by which rules and for how long. Refuses as {@link PoolPlace} does, with {@link FloodRefusal#NOT_FOR_THIS_BODY},
 * and with AMOUNT_NOT_A_MULTIPLE for what stewards could never send.
 */
public final class FloodActionCheck implements ActionCheck {
    private final Places places;
    private final Entrance entrance;
    private final ChangeRules changes;
    private final Through through;

    public FloodActionCheck(Places places, Entrance entrance, ChangeRules changes, Through through) {
        this.through = through;
        this.places = places;
        this.entrance = entrance;
        this.changes = changes;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (body.kind() == BodyRef.Kind.FLOOD) {
            checkInFlood(body.id(), action);
        } else {
            checkAsMember(body.id(), action);
        }
    }

    private void checkInFlood(UUID flood, Action action) {
        boolean floodsMay = action.fold(new Action.Handler<>(
                statement -> true,
                pay -> true,
                rules -> false,
                join -> true,
                fund -> true,
                leave -> true,
                allocate -> true,
                close -> true,
                custody -> false,
                name -> true,
                end -> true,
                admit -> false,
                remove -> false,
                ombud -> false,
                ended -> false,
                stop -> true,
                form -> false,
                end -> false,
                ofFlood -> true,
                pledge -> false,
                endPledge -> false,
                round -> true));
        if (!floodsMay) {
            throw new Refused(FloodRefusal.NOT_FOR_THIS_BODY, Map.of("action", action.type()));
        }
        Flood deciding = places.flood(flood);
        PoolPlace.requireActive(deciding);
        boolean asMember = action instanceof Action.JoinFlood
                || action instanceof Action.FundFlood
                || action instanceof Action.LeaveFlood;
        boolean aboutStewards = action instanceof Action.NameSteward || action instanceof Action.EndSteward;
        if (deciding.commons() && aboutStewards) {
            throw new Refused(FloodRefusal.NOT_FOR_THIS_BODY, Map.of("action", action.type()));
        }
        if (deciding.commons() && asMember) {
            throw new Refused(FloodRefusal.COMMONS_OF_ALL, Map.of("flood", deciding.name()));
        }
        if (action instanceof Action.FloodAction ofFlood) {
            checkOfFlood(deciding, ofFlood);
        } else {
            checkAsMember(flood, action);
        }
    }

    private void checkOfFlood(Flood flood, Action.FloodAction action) {
        boolean forBoth = action instanceof Action.FloodAction.ChangeCompact;
        boolean forCommons = action instanceof Action.FloodAction.ChangeShare;
        if (flood.commons() && !forBoth && !forCommons) {
            throw new Refused(FloodRefusal.COMMONS_OF_ALL, Map.of("flood", flood.name()));
        }
        if (forCommons && !flood.commons()) {
            throw new Refused(FloodRefusal.NOT_FOR_THIS_BODY, Map.of("action", action.type()));
        }
        action.ofFlood(new Action.FloodAction.Kinds<Void>(
                admit -> checked(() -> mayBeAdmitted(flood, places.member(admit.pool()))),
                remove -> checked(() -> mayBeRemoved(flood, places.member(remove.pool()))),
                change -> checked(() -> changes.check(flood.id(), change.rules())),
                end -> null,
                merge -> checked(() -> mayBecomeOne(flood, places.flood(merge.into()))),
                take -> checked(() -> mayBecomeOne(places.flood(take.flood()), flood)),
                split -> checked(() -> maySplit(flood, split)),
                share -> null));
    }

    /** One that goes on within the other has that one's members already. */
    private void mayBecomeOne(Flood from, Flood into) {
        if (into.id().equals(from.id())) {
            throw new Refused(FloodRefusal.SAME_FLOOD, Map.of("flood", from.name()));
        }
        PoolPlace.requireActive(from);
        PoolPlace.requireActive(into);
        PoolPlace.requireCurrency(into.name(), into.currency(), from.currency());
        if (places.levels().below(from.id()).contains(into.id())) {
            throw new Refused(FloodRefusal.FLOOD_IN_ITSELF, Map.of("flood", into.name(), "member", from.name()));
        }
        if (from.commons() || into.commons()) {
            throw new Refused(FloodRefusal.COMMONS_OF_ALL, Map.of("flood", from.commons() ? from.name() : into.name()));
        }
    }

    private void maySplit(Flood flood, Action.FloodAction.Split split) {
        OpenFlood.line("name", split.name(), 80);
        OpenFlood.line("purpose", split.purpose(), 600);
        int named = split.pools().size();
        if (named < NamedPools.LEAST || named > NamedPools.MOST) {
            throw new Refused(
                    FloodRefusal.FLOOD_POOL_COUNT, Map.of("least", NamedPools.LEAST, "most", NamedPools.MOST));
        }
        split.pools().stream()
                .map(places::member)
                .forEach(pool -> places.place(flood, pool.id()).requireJoined(pool.name()));
    }

    private void mayBeAdmitted(Flood flood, Member pool) {
        places.place(flood, pool.id()).requireMayJoin(pool.name(), pool.currency());
        entrance.requireMayNest(flood, pool);
    }

    private void mayBeRemoved(Flood flood, Member pool) {
        places.place(flood, pool.id()).requireJoined(pool.name());
        if (places.joined(flood.id()).size() < 2) {
            throw new Refused(FloodRefusal.NOBODY_WOULD_BE_LEFT, Map.of("flood", flood.name()));
        }
    }

    /** What a Pool or Flood decides as a member of a Flood. */
    private void checkAsMember(UUID pool, Action action) {
        action.fold(new Action.Handler<>(
                statement -> null,
                pay -> null,
                rules -> null,
                join -> checked(() -> mayJoin(pool, join.flood())),
                fund -> checked(() -> mayFund(pool, fund)),
                leave -> checked(() -> mayLeave(pool, leave.flood())),
                allocate -> null,
                close -> null,
                custody -> null,
                name -> null,
                end -> null,
                admit -> null,
                remove -> null,
                ombud -> null,
                ended -> null,
                stop -> null,
                form -> null,
                end -> null,
                ofFlood -> checked(() -> {
                    throw new Refused(FloodRefusal.NOT_FOR_THIS_BODY, Map.of("action", ofFlood.type()));
                }),
                pledge -> checked(() -> mayPledge(pool, pledge)),
                endPledge -> null,
                round -> null));
    }

    private static Void checked(Runnable check) {
        check.run();
        return null;
    }

    private void mayJoin(UUID pool, UUID flood) {
        Member candidate = places.member(pool);
        PoolPlace place = place(pool, flood);
        place.requireMayJoin(candidate.name(), candidate.currency());
        entrance.requireMayNest(place.flood(), candidate);
        if (!place.invited() && entrance.door(place.flood()) == Entrance.Door.INVITED) {
            throw new Refused(
                    FloodRefusal.NOT_INVITED, Map.of("flood", place.flood().name(), "pool", candidate.name()));
        }
    }

    private void mayFund(UUID pool, Action.FundFlood fund) {
        String currency = fund.amount().currency().getCurrencyCode();
        Member funder = places.member(pool);
        place(pool, fund.flood()).requireMayFund(funder.name(), currency);
        if (through.holdsItself(funder)) {
            OrderHandOver.requireWhole("action.amount", fund.amount());
        }
    }

    private void mayPledge(UUID pool, Action.Pledge pledge) {
        String currency = pledge.amount().currency().getCurrencyCode();
        Member pledger = places.member(pool);
        place(pool, pledge.flood()).requireMayFund(pledger.name(), currency);
        if (pledge.most()
                .filter(most -> !most.currency().equals(pledge.amount().currency()) || !most.isPositive())
                .isPresent()) {
            throw new Refused(
                    FloodRefusal.FLOOD_AMOUNT_CURRENCY,
                    Map.of("flood", places.flood(pledge.flood()).name(), "currency", currency));
        }
        if (through.holdsItself(pledger)) {
            OrderHandOver.requireWhole("action.amount", pledge.amount());
            pledge.most().ifPresent(most -> OrderHandOver.requireWhole("action.most", most));
        }
    }

    private void mayLeave(UUID pool, UUID flood) {
        place(pool, flood).requireJoined(places.member(pool).name());
    }

    private PoolPlace place(UUID pool, UUID floodId) {
        Flood flood = places.flood(floodId);
        return places.place(flood, pool);
    }
}
