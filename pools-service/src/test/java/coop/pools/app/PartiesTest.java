package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.NamedPeople;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.kernel.Money;
import coop.pools.payout.PayeeActionCheck;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.PayeeState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Backoff;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whose own affair a decision is: they do not settle disputes about it, nor vote where the bylaws say so. */
class PartiesTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @EveryDatabase
    void whoeverAnActionPaysOrNamesIsAPartyInPoolsAndFloods(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        UUID somebody = house.member("Ana").person().orElseThrow();
        ProposalStore proposals = db.store(SqlProposalStore.class);
        BodiesByKind bodies = new BodiesByKind();
        bodies.add(new PayeeActionCheck(house.payees, house.bodies));
        bodies.add(new NamedPeople(proposals, bodies));
        BodyRef flood = BodyRef.flood(house.ids.newId());
        db.transactions().inTransaction(() -> house.ledger.openBook(flood.id(), EUR, house.clock.instant()));
        for (BodyRef body : List.of(house.pool, flood)) {
            Action pay = pay(payee(house, body, somebody, true));
            assertThat(bodies.parties(body, pay)).containsExactly(somebody);
            assertThat(bodies.parties(body, pay(payee(house, body, somebody, false))))
                    .as("a shop")
                    .isEmpty();
            Proposal paying = proposal(house, body, pay, BallotPaper.USUAL);
            proposals.insert(paying);
            assertThat(bodies.parties(body, new Action.StopDecision(paying.id())))
                    .as("who is not paid when it stops")
                    .containsExactly(somebody);
        }
        for (Action about : List.<Action>of(
                new Action.AdmitMember(somebody),
                new Action.RemoveMember(somebody),
                new Action.NameSteward(somebody),
                new Action.EndSteward(somebody),
                new Action.NameOmbud(somebody),
                new Action.EndOmbud(somebody))) {
            assertThat(bodies.parties(house.pool, about)).as(about.type()).containsExactly(somebody);
        }
        for (Action nobodys : List.of(
                new Action.Statement(),
                new Action.ChangeRules(Map.of("vote.hours", 48)),
                new Action.JoinFlood(somebody),
                new Action.LeaveFlood(somebody))) {
            assertThat(bodies.parties(house.pool, nobodys)).as(nobodys.type()).isEmpty();
        }
    }

    @EveryDatabase
    void whoeverStandsInAnElectionMayVoteInIt(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        UUID somebody = house.member("Ana").person().orElseThrow();
        BodiesByKind bodies = new BodiesByKind();
        bodies.add(new NamedPeople(db.store(SqlProposalStore.class), bodies));
        Action statement = new Action.Statement();
        assertThat(bodies.gaining(proposal(house, house.pool, statement, among(somebody, Method.ELECTION))))
                .isEmpty();
        assertThat(bodies.gaining(proposal(house, house.pool, statement, among(somebody, Method.CHOOSE_ONE))))
                .containsExactly(somebody);
    }

    private static BallotPaper among(UUID somebody, Method method) {
        List<Option> options = List.of(
                new Option(Option.keyAt(0), "Ana", new Action.NameSteward(somebody)),
                new Option(Option.keyAt(1), "Nobody", new Action.Statement()));
        return new BallotPaper(method, options, 1, 1, Reasons.OPTIONAL, 0, Shown.LIVE, false);
    }

    private static Action pay(UUID payee) {
        return new Action.Pay(payee, new Money(500, EUR), "A lamp");
    }

    private static UUID payee(MoneyHouse house, BodyRef body, UUID somebody, boolean isPayee) {
        Payee payee = new Payee(
                house.ids.newId(),
                body,
                isPayee ? Optional.of(somebody) : Optional.empty(),
                "Somebody",
                Optional.empty(),
                EUR,
                Optional.empty(),
                Optional.empty(),
                PayeeState.INVITED,
                Backoff.none(),
                somebody,
                house.clock.instant());
        house.payees.insert(payee, payee.id().toString().getBytes(), house.clock.instant());
        return payee.id();
    }

    private static Proposal proposal(MoneyHouse house, BodyRef body, Action action, BallotPaper paper) {
        var now = house.clock.instant();
        return new Proposal(
                house.ids.newId(), body, new UUID(3, 3), "A wish", "", action, paper, now, now, Progress.NONE);
    }
}
