package coop.pools.enactment;

import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.Draft;
import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Dispute;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Notices;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Elections and recalls that are due at one moment are carried out in the order of their decisions. */
class RolesInOrderTest {
    @EveryDatabase
    void whoseDecisionIsFirstIsInChargeWhereTwoAreElectedAtOneMoment(TestDatabase db) {
        Town town = new Town(db);
        town.passed(new Action.NameOmbud(person(3)), new Action.NameOmbud(person(2)), new Action.NameOmbud(person(4)));
        assertThat(town.enact()).isEqualTo(3);
        assertThat(town.ombuds()).containsExactly(person(3), person(2), person(4));
    }

    @EveryDatabase
    void anElectionAndARecallAtOneMomentLeaveWhatTheLaterSays(TestDatabase db) {
        Town town = new Town(db);
        town.passed(
                new Action.NameOmbud(person(3)),
                new Action.EndOmbud(person(3)),
                new Action.NameOmbud(person(3)),
                new Action.NameOmbud(person(2)),
                new Action.EndOmbud(person(2)));
        town.enact();
        assertThat(town.ombuds()).containsExactly(person(3));
    }

    @OneDatabase
    void whoeverIsElectedOrRecalledIsTold(TestDatabase db) {
        Town town = new Town(db);
        town.passed(
                new Action.NameSteward(person(2)),
                new Action.NameOmbud(person(3)),
                new Action.EndOmbud(person(3)),
                new Action.EndSteward(person(2)),
                new Action.EndOmbud(person(4)));
        town.enact();
        assertThat(town.told)
                .as("and nobody of what was refused")
                .containsExactly(
                        person(2) + " STEWARD_NAMED",
                        person(3) + " OMBUD_NAMED",
                        person(3) + " OMBUD_ENDED",
                        person(2) + " STEWARD_ENDED");
    }

    @EveryDatabase
    void anotherNodeDoesNotOvertake(TestDatabase db) {
        Town town = new Town(db);
        List<UUID> ids = town.passed(new Action.NameOmbud(person(3)), new Action.NameOmbud(person(2)), Village.PAY);
        // While the first is carried out here, another node looks for work.
        town.meanwhile =
                () -> assertThat(CompletableFuture.supplyAsync(town::enact).join())
                        .as("only what is no role")
                        .isEqualTo(1);
        assertThat(town.enact()).isEqualTo(2);
        assertThat(town.done).containsExactly(ids.get(2), ids.get(0), ids.get(1));
        assertThat(town.ombuds()).containsExactly(person(3), person(2));
    }

    @EveryDatabase
    void oneThatFailsByAccidentKeepsNobodyFromARole(TestDatabase db) {
        Town town = new Town(db);
        List<UUID> ids = town.passed(new Action.NameOmbud(person(3)), new Action.NameOmbud(person(2)));
        town.meanwhile = () -> {
            throw new IllegalStateException("by accident");
        };
        assertThat(town.enact()).isEqualTo(1);
        assertThat(town.village.state(ids.get(0))).isEqualTo(ProposalState.DECIDED);
        town.village.hours(1);
        assertThat(town.enact()).isEqualTo(1);
        assertThat(town.ombuds()).containsExactly(person(2), person(3));
    }

    /** A village that elects ombuds. */
    private static final class Town {
        final Village village;
        final List<UUID> done = new ArrayList<>();
        final List<String> told = new ArrayList<>();
        /** Happens once, while the next decision is carried out. */
        volatile Runnable meanwhile = () -> {};

        private final EnactDueDecisions enact;

        Town(TestDatabase db) {
            village = new Village(db, 5);
            village.people(5);
            enact = new EnactDueDecisions(
                    db.transactions(),
                    village.decisions,
                    village.bodies,
                    new TellOfRoles(
                            this::carryOut,
                            this::tell,
                            decided -> decided.action() instanceof Action.EndSteward ended
                                    ? List.of(ended.person())
                                    : List.of()),
                    village.clock);
        }

        private void tell(UUID id, UUID person, Notices.Notice notice) {
            told.add(person + " " + notice.kind());
        }

        private void carryOut(Proposal decided) {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            if (decided.action() instanceof Action.NameOmbud named) {
                village.nameOmbud.name(decided.id(), decided.body().id(), named.person());
            }
            if (decided.action() instanceof Action.EndOmbud ended) {
                village.nameOmbud.end(decided.id(), decided.body().id(), ended.person());
            }
            done.add(decided.id());
        }

        int enact() {
            return enact.run(10);
        }

        List<UUID> ombuds() {
            return village.readDisputes.ombuds(VillageBodies.POOL).stream()
                    .map(Dispute.OmbudTerm::person)
                    .toList();
        }

        /** Decisions that are due at the same moment; their ids are in the order of the actions. */
        List<UUID> passed(Action... actions) {
            List<UUID> ids = Arrays.stream(actions)
                    .map(action -> village.ids.newId())
                    .sorted(Comparator.comparing(UUID::toString))
                    .toList();
            for (int i = actions.length - 1; i >= 0; i--) {
                Draft draft = new Draft(
                        VillageBodies.POOL,
                        "Decide",
                        "For reasons that are long enough.",
                        actions[i],
                        Optional.empty());
                village.propose.propose(member(1), ids.get(i), draft);
            }
            village.hours(48);
            village.openDue.run(10);
            ids.forEach(id -> village.vote(id, Choice.AGREE, 1, 2, 3));
            village.hours(144);
            village.closeDue.run(10);
            return ids;
        }
    }
}
