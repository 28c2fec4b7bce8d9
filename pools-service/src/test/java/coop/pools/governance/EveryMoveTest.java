package coop.pools.governance;

import static coop.pools.governance.StandingProposals.in;
import static coop.pools.governance.StandingProposals.kept;
import static coop.pools.governance.Village.PAY;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.EditProposal.Edit;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every state and everything that people can do: only what the table allows succeeds, and all else changes nothing. */
class EveryMoveTest {
    private static final int AUTHOR = 1;
    private static final UUID PERSON = VillageBodies.person(5);
    private static final UUID THING = new UUID(9, 9);
    private static final Money SUM = Money.of(12_000, "EUR");
    private static final List<Action> ACTIONS = List.of(
            new Action.Statement(),
            PAY,
            new Action.ChangeRules(Map.of("vote.hours", 96)),
            new Action.JoinFlood(THING),
            new Action.FundFlood(THING, SUM),
            new Action.LeaveFlood(THING),
            new Action.Allocate("summer", SUM),
            new Action.CloseBucket("summer"),
            new Action.ChooseCustody("own"),
            new Action.NameSteward(PERSON),
            new Action.EndSteward(PERSON),
            new Action.AdmitMember(new UUID(1, 99)),
            new Action.RemoveMember(PERSON),
            new Action.NameOmbud(PERSON),
            new Action.EndOmbud(PERSON),
            new Action.StopDecision(THING),
            new Action.ChooseLegalForm("de_llc"),
            new Action.WindUp(Optional.empty()),
            new Action.Pledge(THING, SUM, 500, Optional.empty()),
            new Action.EndPledge(THING),
            new Action.Round(new RoundOrder.End(THING, true)),
            new Action.FloodAction.AdmitPool(THING),
            new Action.FloodAction.RemovePool(THING),
            new Action.FloodAction.ChangeCompact(Map.of("flood.vote_hours", 96)),
            new Action.FloodAction.Dissolve(),
            new Action.FloodAction.Merge(THING),
            new Action.FloodAction.TakeIn(THING),
            new Action.FloodAction.Split("Half", "Our half of it", List.of(THING)),
            new Action.FloodAction.ChangeShare(2_000, 1_000, 5_000, false));
    private static final Set<ProposalState> AFTER_OPENING =
            EnumSet.complementOf(EnumSet.of(ProposalState.DRAFT, ProposalState.DISCUSSION, ProposalState.WITHDRAWN));

    @EveryDatabase
    void onlyTheMovesOfTheTableSucceed(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        List<String> wrong = new ArrayList<>();
        for (ProposalState state : ProposalState.values()) {
            for (Move move : Move.values()) {
                UUID id = in(village, state);
                Optional<Proposal> before = kept(village, id);
                String outcome = attempt(village, id, move);
                boolean done = outcome.isEmpty();
                boolean again = move == Move.PUBLISH || move == Move.WITHDRAW;
                boolean allowed = move.isAllowedIn(state);
                if (done != allowed && !(done && again)) {
                    wrong.add(move + " in " + state + ": " + outcome);
                }
                if (!allowed && !kept(village, id).equals(before)) {
                    wrong.add(move + " in " + state + " changed it");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Jobs that are late or run twice move nothing that is not due. */
    @EveryDatabase
    void theClockLeadsOnlyWhereTheTableSays(TestDatabase db) {
        Village village = new Village(db, 5);
        for (ProposalState end : Move.ends()) {
            UUID id = in(village, end);
            village.hours(24 * 200);
            village.openDue.run(50);
            village.closeDue.run(50);
            assertThat(village.decisions.take(id, village.clock.instant())).isEmpty();
            assertThat(village.state(id)).isEqualTo(end);
        }
        UUID draft = in(village, ProposalState.DRAFT);
        village.hours(24 * 200);
        assertThat(village.openDue.run(50)).isZero();
        assertThat(village.preparations.draft(draft, VillageBodies.person(AUTHOR)))
                .isPresent();
        for (ProposalState wait : Move.waits()) {
            assertThat(Move.values())
                    .filteredOn(move -> move.isAllowedIn(wait))
                    .as("a payment can be stopped, and talked about")
                    .isSubsetOf(Move.COMMENT, Move.RAISE_CONCERN, Move.STATE_OUTCOME);
        }
    }

    /** Whatever is voted on goes the same way: once people vote, nobody can do more with it than they can with a payment. */
    @OneDatabase
    void noKindOfActionGoesAnotherWay(TestDatabase db) {
        assertThat(ACTIONS.stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("a case for every kind of action")
                .isEqualTo(kinds(Action.class));
        Village village = new Village(db, 5);
        village.people(5);
        List<String> wrong = new ArrayList<>();
        for (Action action : ACTIONS) {
            for (ProposalState state : AFTER_OPENING) {
                UUID id = in(village, state, ofItsOwn(action, village));
                Optional<Proposal> before = kept(village, id);
                for (Move move : Move.values()) {
                    boolean again = move == Move.PUBLISH;
                    boolean stops = move == Move.RAISE_CONCERN && !concernable(action);
                    if (!again
                            && (!move.isAllowedIn(state) || stops)
                            && attempt(village, id, move).isEmpty()) {
                        wrong.add(move + " of " + action.type() + " in " + state);
                    }
                }
                if (!kept(village, id).equals(before)) {
                    wrong.add(action.type() + " changed in " + state);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A Flood votes once on one merger: each case has another. */
    private static Action ofItsOwn(Action action, Village village) {
        if (action instanceof Action.FloodAction.Merge) {
            return new Action.FloodAction.Merge(village.ids.newId());
        }
        return action instanceof Action.FloodAction.TakeIn
                ? new Action.FloodAction.TakeIn(village.ids.newId())
                : action;
    }

    /** What moves money out can be stopped by a member; who is put out can appeal, and nobody else for them. */
    private static boolean concernable(Action action) {
        return action instanceof Action.Pay || action instanceof Action.FundFlood || action instanceof Action.Pledge;
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isInterface() ? kinds(kind).stream() : Stream.of(kind))
                .collect(Collectors.toSet());
    }

    private static String attempt(Village village, UUID id, Move move) {
        try {
            village.move(id, move);
            return "";
        } catch (Refused refused) {
            return refused.code().name();
        }
    }

    static Edit edit(String title) {
        return new Edit(title, "", new Action.Statement(), BallotPaper.USUAL, Optional.empty());
    }
}
