package coop.pools.app;

import coop.pools.bucket.ReadBuckets;
import coop.pools.custody.ReadFloodStewards;
import coop.pools.custody.ReadStewards;
import coop.pools.custody.StewardPlaces;
import coop.pools.exit.ReadPaymentMeaning;
import coop.pools.exit.web.PaymentNumbers;
import coop.pools.expense.ReadExpenses;
import coop.pools.flood.Member;
import coop.pools.flood.MemberPools;
import coop.pools.flood.PoolInFlood;
import coop.pools.flood.PreviewLeaving;
import coop.pools.flood.ReadCosts;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.ReadHomecoming;
import coop.pools.flood.ReadPledges;
import coop.pools.flood.SplitFlood;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.web.CostNumbers;
import coop.pools.flood.web.PledgeLine;
import coop.pools.flood.web.PledgeNumbers;
import coop.pools.governance.ActionSubjects;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.membership.AdmissionStore;
import coop.pools.membership.ReadMembers;
import coop.pools.payout.ReadPayees;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payee;
import coop.pools.platform.web.MoneyText;
import coop.pools.round.ReadRounds;
import coop.pools.round.domain.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What proposals can be about, gathered from the rooms that know. */
final class Subjects implements ActionSubjects {
    private static final int MOST = 200;
    private static final int MOST_NAMESAKES = 50;
    private static final String TAKEN_BACK =
            "Whoever asked has taken the request back. The vote goes on, and lets nobody in unless they ask again.";

    private final ReadPayees payees;
    private final ReadFloods floods;
    private final ReadBuckets buckets;

    private final Money money;
    private final ReadPeople people;
    private final Custodies custody;
    private final Stakes stakes;
    private final ReadRounds rounds;

    /** Who could carry payments out, who does, and who wants to be let in. */
    record Custodies(
            ReadStewards stewards,
            ReadFloodStewards ofFloods,
            StewardPlaces places,
            ReadMembers members,
            AdmissionStore requests) {}

    /** What votes mean for the Pools of Floods. */
    record Stakes(ReadCosts costs, PreviewLeaving leaving, ReadHomecoming homecoming, ReadPledges pledges) {}

    /** What goes out of a body. */
    record Money(ReadExpenses expenses, ReadPayouts payouts, ReadPaymentMeaning meaning) {}

    Subjects(
            ReadPayees payees,
            ReadFloods floods,
            ReadBuckets buckets,
            Money money,
            ReadPeople people,
            Custodies custody,
            Stakes stakes,
            ReadRounds rounds) {
        this.payees = payees;
        this.floods = floods;
        this.buckets = buckets;
        this.money = money;
        this.people = people;
        this.custody = custody;
        this.stakes = stakes;
        this.rounds = rounds;
    }

    @Override
    public String person(UUID id) {
        return people.name(id);
    }

    @Override
    public List<Subject> mayBeStewards(BodyRef body) {
        if (!electsStewards(body)) {
            return List.of();
        }
        List<UUID> serving = electedStewards(body);
        return members(body).stream()
                .map(member -> serving.contains(member.id())
                        ? new Subject(member.id(), member.name(), "a steward now")
                        : member)
                .toList();
    }

    @Override
    public Places stewardPlaces(BodyRef body) {
        return new Places(custody.places().most(body), custody.places().open(body));
    }

    @Override
    public List<Subject> members(BodyRef body) {
        return named(
                body.kind() == BodyRef.Kind.FLOOD
                        ? floods.find(body.id())
                                .map(flood -> floods.people(flood, MOST))
                                .orElse(List.of())
                        : custody.members().first(body.id(), MOST));
    }

    @Override
    public List<Subject> membersNamed(BodyRef body, String name) {
        Map<UUID, String> places = new HashMap<>();
        if (body.kind() == BodyRef.Kind.FLOOD) {
            floods.find(body.id())
                    .ifPresent(flood ->
                            floods.poolsAtAllLevels(flood).forEach(pool -> places.put(pool.id(), pool.slug() + "-")));
        } else {
            places.put(body.id(), "");
        }
        return custody.members().named(name, places.keySet(), MOST_NAMESAKES).stream()
                .map(one -> new Subject(one.personId(), name, "#" + places.get(one.poolId()) + one.number()))
                .toList();
    }

    @Override
    public List<Subject> stewards(BodyRef body) {
        return named(electedStewards(body));
    }

    @Override
    public boolean electsStewards(BodyRef body) {
        return body.kind() == BodyRef.Kind.POOL || custody.ofFloods().elects(body.id());
    }

    /** Those whom a vote can end. */
    private List<UUID> electedStewards(BodyRef body) {
        if (body.kind() == BodyRef.Kind.POOL) {
            return custody.stewards().of(body.id());
        }
        ReadFloodStewards.Acting acting = custody.ofFloods().of(body.id());
        return acting.elected() ? acting.people() : List.of();
    }

    private List<Subject> named(List<UUID> ids) {
        Map<UUID, String> names = people.names(ids);
        return ids.stream()
                .map(id -> new Subject(id, names.getOrDefault(id, "Former member"), ""))
                .toList();
    }

    @Override
    public List<Link> links(UUID proposal, boolean member) {
        List<Link> links = new ArrayList<>();
        money.expenses()
                .ofProposal(proposal)
                .ifPresent(expense -> links.add(new Link(
                        "Receipts", "The expense and its receipts, for members", "/expenses/" + expense.id())));
        money.payouts()
                .ofProposal(proposal)
                .ifPresent(payout -> links.add(new Link("Payment", "Where the money is", "/payouts/" + payout.id())));
        stakes.pledges().find(proposal).map(PledgeNumbers::links).ifPresent(links::addAll);
        rounds.ofProposal(proposal)
                .forEach(round -> links.add(new Link("Round", "Where the shares are given", "/rounds/" + round.id())));
        floods.find(SplitFlood.newFlood(proposal))
                .ifPresent(flood -> links.add(new Link("It is here now", flood.name(), "/floods/" + flood.slug())));
        Optional.of(proposal)
                .filter(vote -> member)
                .flatMap(money.meaning()::largeIn)
                .flatMap(floods::poolById)
                .ifPresent(pool -> links.add(new Link(
                        "Leaving first", "What I would take along", "/pools/" + pool.slug() + "/members/leave")));
        return List.copyOf(links);
    }

    @Override
    public Optional<Numbers> numbers(UUID proposal, BodyRef body, Action action) {
        List<ReadHomecoming.Took> took = stakes.homecoming().of(proposal, body, action);
        if (!took.isEmpty()) {
            return Optional.of(CostNumbers.took(took));
        }
        if (action instanceof Action.LeaveFlood leave) {
            return stakes.leaving().of(leave.flood(), body.id()).map(CostNumbers::of);
        }
        if (action instanceof Action.FloodAction ofFlood) {
            return CostNumbers.of(stakes.leaving(), body.id(), ofFlood);
        }
        if (action instanceof Action.AdmitMember admit) {
            return custody.requests()
                    .latest(body.id(), admit.person())
                    .filter(AdmissionStore.Asked::withdrawn)
                    .filter(asked -> asked.proposalId().equals(proposal))
                    .map(asked -> new Numbers("The request", TAKEN_BACK, List.of(), List.of(), false));
        }
        if (action instanceof Action.Pledge) {
            boolean byHand = paysByHand(body);
            return stakes.pledges()
                    .find(proposal)
                    .map(pledged -> PledgeNumbers.of(pledged, byHand))
                    .or(() -> byHand ? Optional.of(PledgeNumbers.byHand()) : Optional.empty());
        }
        return stakes.costs()
                .gift(proposal, body, action)
                .map(CostNumbers::of)
                .or(() -> money.meaning().of(proposal, body, action).map(PaymentNumbers::of))
                .or(() -> stakes.costs().of(proposal, body, action).map(CostNumbers::of));
    }

    @Override
    public boolean paysByHand(BodyRef body) {
        return stakes.costs().isByHand(body);
    }

    @Override
    public List<Subject> pledges(BodyRef pool) {
        return stakes.pledges().openOf(pool.id()).stream()
                .map(one -> new Subject(
                        one.pledge().id(),
                        PledgeLine.words(one.pledge()),
                        one.flood().name()))
                .toList();
    }

    @Override
    public List<Subject> rounds(BodyRef body) {
        return rounds.running(body).stream()
                .map(round -> new Subject(round.id(), round.name(), ""))
                .toList();
    }

    @Override
    public String round(UUID id) {
        return rounds.find(id).map(Round::name).orElse("One that is not known here");
    }

    @Override
    public String pledge(UUID id) {
        return stakes.pledges()
                .find(id)
                .map(one ->
                        PledgeLine.words(one.pledge()) + ", to " + one.flood().name())
                .orElse("One that is not known here");
    }

    @Override
    public List<Subject> payees(BodyRef body) {
        return payees.ofBody(body).stream().map(Subjects::subject).toList();
    }

    @Override
    public Optional<Subject> payee(UUID id) {
        return payees.find(id).map(Subjects::subject);
    }

    @Override
    public List<Subject> floodsToJoin(BodyRef pool) {
        List<Subject> invited = floods(pool, place -> !place.isJoined());
        return currencyOf(pool).stream()
                .flatMap(currency -> Stream.concat(
                        invited.stream(),
                        floods.openTo(pool.id(), currency, MOST).stream().map(Subjects::subject)))
                .distinct()
                .sorted(Comparator.comparing(Subject::name))
                .limit(MOST)
                .toList();
    }

    @Override
    public List<Subject> floodsJoined(BodyRef pool) {
        return floods(pool, PoolInFlood::isJoined);
    }

    @Override
    public List<Subject> otherFloods(BodyRef flood) {
        return floods.find(flood.id()).stream()
                .flatMap(here -> floods.like(here, MOST).stream())
                .map(Subjects::subject)
                .toList();
    }

    @Override
    public boolean isCommons(BodyRef body) {
        return body.kind() == BodyRef.Kind.FLOOD
                && floods.find(body.id()).filter(Flood::commons).isPresent();
    }

    @Override
    public List<Subject> poolsOutside(BodyRef flood) {
        return floods.find(flood.id()).stream()
                .flatMap(here -> floods.outside(here, MOST).stream())
                .map(Subjects::subject)
                .toList();
    }

    @Override
    public List<Subject> poolsInside(BodyRef flood) {
        return floods.find(flood.id()).stream()
                .flatMap(here -> floods.inside(here).stream())
                .map(Subjects::subject)
                .toList();
    }

    @Override
    public List<BucketChoice> buckets(BodyRef body) {
        return buckets.ofPool(body.id()).stream()
                .map(filled -> new BucketChoice(
                        filled.bucket().slug(),
                        filled.bucket().name(),
                        MoneyText.of(filled.balance()),
                        filled.bucket().isOpen()))
                .toList();
    }

    private Optional<String> currencyOf(BodyRef member) {
        return member.kind() == BodyRef.Kind.FLOOD
                ? floods.find(member.id()).map(Flood::currency)
                : floods.poolById(member.id()).map(MemberPools.MemberPool::currency);
    }

    private List<Subject> floods(BodyRef pool, Predicate<PoolInFlood> fitting) {
        return floods.ofPool(pool.id()).entrySet().stream()
                .filter(entry -> fitting.test(entry.getValue()))
                .map(entry -> subject(entry.getKey()))
                .sorted(Comparator.comparing(Subject::name))
                .limit(MOST)
                .toList();
    }

    private static Subject subject(Payee payee) {
        return new Subject(payee.id(), payee.name(), payee.state().word());
    }

    private static Subject subject(Member member) {
        return new Subject(member.id(), member.name(), member.isFlood() ? "a Flood" : "");
    }

    private static Subject subject(Flood flood) {
        return new Subject(flood.id(), flood.name(), flood.currency());
    }
}
