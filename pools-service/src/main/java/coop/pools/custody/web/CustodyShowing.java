package coop.pools.custody.web;

import coop.pools.custody.HeldMoney;
import coop.pools.custody.ReadCustody;
import coop.pools.custody.ReadSettlements;
import coop.pools.custody.ReadStewards;
import coop.pools.custody.domain.Custody;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.MoneyJson;
import coop.pools.treasury.domain.Former;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts together what is public about who holds a Pool's money and who carries its payments out. */
public final class CustodyShowing {
    private final Money money;
    private final ReadStewards stewards;
    private final Bodies bodies;
    private final ReadPeople people;

    public CustodyShowing(Money money, ReadStewards stewards, Bodies bodies, ReadPeople people) {
        this.money = money;
        this.stewards = stewards;
        this.bodies = bodies;
        this.people = people;
    }

    /** Who holds it, what hangs on that, and what is open since that changed. */
    public record Money(ReadCustody custody, HeldMoney held, ReadSettlements settlements) {}

    /** The Pool of an address; refused with NOT_FOUND. */
    Bodies.Body pool(String slug) {
        return bodies.bySlug(BodyRef.Kind.POOL, slug)
                .map(bodies::read)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    boolean isMember(Caller caller, Bodies.Body pool) {
        return caller.reader()
                .filter(person -> bodies.isMember(pool.ref(), person))
                .isPresent();
    }

    CustodyJson json(Bodies.Body pool) {
        UUID id = pool.ref().id();
        List<UUID> ids = stewards.of(id);
        ReadCustody custody = money.custody();
        Map<UUID, String> names = people.names(ids);
        return new CustodyJson(
                pool.slug(),
                custody.mode(id).word(),
                custody.holder(id),
                custody.own(id).map(Custody::state).map(Custody.State::word),
                Optional.of(custody.own(id).flatMap(Custody::accountId).isPresent()),
                custody.own(id)
                        .filter(own -> own.state().isChanging())
                        .map(changing -> money.held().of(id).words())
                        .orElse(List.of()),
                money.settlements().of(id).stream()
                        .map(open -> new CustodyJson.OpenJson(
                                open.former() == Former.OPERATOR ? "operator" : "own-account",
                                MoneyJson.of(open.owed()),
                                MoneyJson.of(open.left())))
                        .toList(),
                ids.stream()
                        .map(person -> new CustodyJson.StewardJson(person, names.getOrDefault(person, "Former member")))
                        .toList());
    }
}
