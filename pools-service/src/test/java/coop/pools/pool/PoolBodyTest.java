package coop.pools.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.founding.Town;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Template;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.pool.domain.Pool;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class PoolBodyTest {
    @EveryDatabase
    void aPoolDecidesByTheBylawsInForce(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        BodyRef ref = BodyRef.pool(pool.id());
        give(town, pool, 400);
        VotingRule ordinary = town.body.ruleFor(ref, new Action.Statement());
        assertThat(ordinary)
                .isEqualTo(new VotingRule(
                        new BasisPoints(5000), VotingRule.Base.CAST, new BasisPoints(2000), 3, 48, 120, 24));
        assertThat(town.body.ruleFor(ref, pay(town))).isEqualTo(ordinary);
        assertThat(town.body.ruleFor(ref, new Action.FundFlood(town.ids.newId(), Money.of(1, "EUR"))))
                .isEqualTo(ordinary);
        assertThat(town.body.ruleFor(ref, rules(Map.of("vote.hours", 72))).threshold())
                .isEqualTo(new BasisPoints(6667));
        assertThat(town.body
                        .ruleFor(ref, new Action.JoinFlood(town.ids.newId()))
                        .quorum())
                .isEqualTo(new BasisPoints(3334));
        assertThat(town.body
                        .ruleFor(ref, new Action.LeaveFlood(town.ids.newId()))
                        .threshold())
                .isEqualTo(new BasisPoints(5000));
        List<Action> statement = List.of(new Action.Statement());
        VotingRule hurried = town.body.ruleFor(ref, statement, Template.EMERGENCY);
        assertThat(hurried)
                .as("less time, more agreement")
                .isEqualTo(new VotingRule(
                        new BasisPoints(6667), VotingRule.Base.CAST, new BasisPoints(3334), 3, 4, 24, 24));
        assertThat(town.body.mayHurry(ref, statement)).isTrue();
        for (Action weighty : List.<Action>of(
                rules(Map.of("vote.hours", 72)),
                new Action.RemoveMember(town.ids.newId()),
                new Action.LeaveFlood(town.ids.newId()))) {
            assertThat(town.body.mayHurry(ref, List.of(weighty))).isFalse();
            assertThat(town.body.ruleFor(ref, List.of(weighty), Template.EMERGENCY))
                    .isEqualTo(town.body.ruleFor(ref, weighty));
        }
        assertThat(town.body.ruleFor(ref, rules(Map.of("steward.count", 1))).base())
                .as("entrenched rules are for all to agree on")
                .isEqualTo(VotingRule.Base.ALL);
        town.transactions.inTransaction(() -> town.amend.amend(
                pool.id(), Map.of("vote.hours", 72, "vote.base", "cast_and_abstain"), town.ids.newId()));
        VotingRule after = town.body.ruleFor(ref, pay(town));
        assertThat(after.voteHours()).isEqualTo(72);
        assertThat(after.base()).isEqualTo(VotingRule.Base.CAST_AND_ABSTAIN);
    }

    @EveryDatabase
    void aPaymentIsLargeForWhatThePoolHas(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        BodyRef ref = BodyRef.pool(pool.id());
        give(town, pool, 10_000);
        VotingRule usual = town.body.ruleFor(ref, pay(town, 2_500));
        VotingRule large = town.body.ruleFor(ref, pay(town, 2_501));
        assertThat(usual).isEqualTo(town.body.ruleFor(ref, new Action.Statement()));
        assertThat(large.threshold()).isEqualTo(new BasisPoints(6667));
        assertThat(large.quorum()).isEqualTo(new BasisPoints(3334));
        assertThat(town.body.ruleFor(ref, new Action.FundFlood(town.ids.newId(), Money.of(2_501, "EUR"))))
                .isEqualTo(large);
        assertThat(town.body.ruleFor(ref, new Action.FundFlood(town.ids.newId(), Money.of(Long.MAX_VALUE, "EUR"))))
                .as("however much it is")
                .isEqualTo(large);
        assertThat(town.body.ruleFor(ref, pledge(town, 2_500, 0))).isEqualTo(usual);
        assertThat(town.body.ruleFor(ref, pledge(town, 2_501, 0)))
                .as("promised is as good as given")
                .isEqualTo(large);
        assertThat(town.body.ruleFor(ref, pledge(town, 2_501, 100))).isEqualTo(large);
        assertThat(town.body.ruleFor(
                        ref,
                        new Action.Pledge(
                                town.ids.newId(), Money.of(100, "EUR"), 100, Optional.of(Money.of(2_501, "EUR")))))
                .as("little by little")
                .isEqualTo(large);
        assertThat(town.body.mayHurry(ref, List.of(pay(town, 2_500)))).isTrue();
        assertThat(town.body.mayHurry(ref, List.of(pay(town, 2_501)))).isFalse();
        assertThat(town.body.ruleFor(ref, List.of(pay(town, 2_501)), Template.SIMPLE_MAJORITY))
                .as("no way to decide makes it easier")
                .isEqualTo(large);
    }

    @EveryDatabase
    void anotherLegalFormKeepsTheRulesTheBookAndTheMembers(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        BodyRef ref = BodyRef.pool(pool.id());
        give(town, pool, 10_000);
        town.transactions.inTransaction(() -> town.amend.amend(pool.id(), Map.of("vote.hours", 72), town.ids.newId()));
        for (String form : List.of("una", "gmbh", "contract")) {
            assertThatThrownBy(() -> town.body.check(ref, new Action.ChooseLegalForm(form)))
                    .hasMessage(form.equals("una") ? "NO_CHANGE" : "UNKNOWN_FORM");
        }
        Action llc = new Action.ChooseLegalForm("de_llc");
        town.body.check(ref, llc);
        assertThat(town.body.ruleFor(ref, llc).threshold()).isEqualTo(new BasisPoints(7500));
        assertThat(town.body.mayHurry(ref, List.of(llc))).isFalse();
        Map<String, Object> rules = town.bylaws.rules(pool.id()).asMap();
        new ChooseLegalForm(town.transactions, town.poolStore, town.amend)
                .choose(town.ids.newId(), pool.id(), "de_llc");
        assertThat(town.poolStore.find(pool.id()).orElseThrow().legalForm()).isEqualTo("de_llc");
        assertThat(town.bylaws.rules(pool.id()).asMap()).isEqualTo(rules);
        assertThat(town.bylaws.current(pool.id()).text()).contains("Operating agreement", "72 hours");
        assertThat(town.ledger.balances(pool.id()).available()).isEqualTo(Money.of(10_000, "EUR"));
        assertThat(town.body.isMember(ref, town.person("ana").person().orElseThrow()))
                .isTrue();
    }

    @EveryDatabase
    void onlyChangesThatTheBylawsAllowCanBeProposed(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        BodyRef ref = BodyRef.pool(pool.id());
        town.body.check(ref, rules(Map.of("vote.hours", 72)));
        town.body.check(ref, pay(town));
        assertThatThrownBy(() -> town.body.check(ref, rules(Map.of("vote.hours", 120))))
                .hasMessage("NO_CHANGE");
        assertThatThrownBy(() -> town.body.check(ref, rules(Map.of("vote.hours", 1))))
                .hasMessage("RULE_OUT_OF_RANGE");
        assertThatThrownBy(() -> town.body.check(ref, rules(Map.of("vote.weight", 2))))
                .hasMessage("UNKNOWN_RULE");
        assertThatThrownBy(() -> new RulesActionCheck(town.changes, town.amend)
                        .check(BodyRef.flood(pool.id()), rules(Map.of("vote.hours", 72))))
                .hasMessage("RULES_NOT_OF_A_POOL");
    }

    @EveryDatabase
    void aPoolIsFoundByItsSlugAndKnowsItsMembers(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        BodyRef ref = BodyRef.pool(pool.id());
        assertThat(town.body.bySlug(BodyRef.Kind.POOL, pool.slug())).contains(ref);
        assertThat(town.body.bySlug(BodyRef.Kind.FLOOD, pool.slug())).isEmpty();
        assertThat(town.body.read(ref))
                .isEqualTo(new Bodies.Body(ref, "Tuesday Board Games", "tuesday-board-games", "EUR"));
        assertThat(town.body.isMember(ref, town.person("ana").person().orElseThrow()))
                .isTrue();
        assertThat(town.body.isMember(ref, town.person("ben").person().orElseThrow()))
                .isFalse();
        assertThat(town.transactions.inTransaction(() -> town.body.freezeRosters(ref)))
                .containsExactly(new RosterPart(pool.id(), 1));
        assertThatThrownBy(() -> town.body.read(BodyRef.pool(town.ids.newId()))).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> town.body.read(BodyRef.flood(pool.id()))).hasMessage("NOT_FOUND");
    }

    private static Action.ChangeRules rules(Map<String, Object> rules) {
        return new Action.ChangeRules(rules);
    }

    private static Action pay(Town town) {
        return pay(town, 100);
    }

    private static Action pay(Town town, long minor) {
        return new Action.Pay(town.ids.newId(), Money.of(minor, "EUR"), "a game");
    }

    private static Action pledge(Town town, long minor, int basisPoints) {
        return new Action.Pledge(town.ids.newId(), Money.of(minor, "EUR"), basisPoints, Optional.empty());
    }

    private static void give(Town town, Pool pool, long minor) {
        Transfer gift = new Transfer(Accounts.AVAILABLE, Accounts.CONTRIBUTIONS, Money.of(minor, "EUR"), "");
        Cause cause = new Cause("contribution", town.ids.newId());
        town.transactions.inTransaction(() ->
                town.ledger.post(new Posting(pool.id(), cause, town.clock.instant(), "processor", List.of(gift))));
    }
}
