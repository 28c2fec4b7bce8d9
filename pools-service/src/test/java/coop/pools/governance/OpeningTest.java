package coop.pools.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final VotingRule USUAL = rule(5_000);
    private static final VotingRule LARGE = rule(6_667);

    private Proposal proposal = proposal(ID, new Action.Statement());
    private List<Proposal> others = List.of();
    private final List<String> done = new ArrayList<>();
    private final Deque<VotingRule> rules = new ArrayDeque<>();

    @Test
    void noVoteOpensByARuleThatMoneyWhichWentOutMeanwhileHasMadeWrong() {
        rules.addAll(List.of(USUAL, LARGE));
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(CommonRefusal.TRY_AGAIN));
    }

    /** The one that opened first has held the Flood: only whoever holds it sees that vote. */
    @Test
    void ofTwoVotesOnOneMergerThatOpenAtOnceTheSecondSeesTheFirst() {
        Action merge = new Action.FloodAction.Merge(new UUID(7, 7));
        proposal = proposal(ID, merge);
        others = List.of(proposal(new UUID(1, 2), merge));
        rules.addAll(List.of(USUAL, USUAL));
        open();
        assertThat(done).containsSubsequence("freeze", "votedOn", "block").doesNotContain("open");
    }

    private void open() {
        new Opening(
                        fake(ProposalStore.class, (self, method, with) -> {
                            done.add(method.getName());
                            return switch (method.getName()) {
                                case "open" -> true;
                                case "find" -> Optional.of(proposal);
                                case "votedOn" -> done.contains("freeze") ? others : List.of();
                                case "block" -> true;
                                default -> null;
                            };
                        }),
                        fake(Bodies.class, (self, method, with) -> switch (method.getName()) {
                            case "ruleFor" -> rules.remove();
                            case "freeze" -> {
                                done.add("freeze");
                                yield new Bodies.Voters(List.of(), List.of());
                            }
                            case "silentSince" -> Optional.empty();
                            default -> null;
                        }),
                        fake(Rosters.class, (self, method, with) -> 3L),
                        fake(BallotStore.class, (self, method, with) -> null))
                .open(proposal, NOW);
    }

    private static Proposal proposal(UUID id, Action action) {
        return new Proposal(id, BodyRef.flood(ID), ID, "A trip", "", action, NOW, NOW, Progress.NONE);
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static VotingRule rule(int threshold) {
        return new VotingRule(new BasisPoints(threshold), VotingRule.Base.CAST, new BasisPoints(2_000), 3, 48, 120, 24);
    }
}
