package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.StandingProposals;
import coop.pools.governance.domain.Move;
import coop.pools.governance.domain.ProposalState;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every state and every endpoint of the API that moves a proposal: only what the table allows succeeds. */
class EveryEndpointMoveTest {
    /** An endpoint, as somebody sends it who could if the state allowed it. */
    private record Call(Move move, int person, String method, String path, String body) {
        Call(Move move, int person, String method, String path) {
            this(move, person, method, path, "{}");
        }
    }

    private static final List<Call> CALLS = List.of(
            new Call(Move.PUBLISH, 1, "POST", "/publish"),
            new Call(Move.DISCARD, 1, "DELETE", "/draft"),
            new Call(
                    Move.EDIT,
                    1,
                    "PUT",
                    "",
                    "{\"title\":\"Another\",\"text\":\"\",\"action\":{\"type\":\"statement\"}}"),
            new Call(Move.SPONSOR, 2, "PUT", "/sponsorship"),
            new Call(Move.SPONSOR, 2, "DELETE", "/sponsorship"),
            new Call(Move.WITHDRAW, 1, "DELETE", ""),
            new Call(Move.CAST, 2, "PUT", "/ballot", "{\"choice\":\"abstain\"}"),
            new Call(Move.TAKE_BACK, 1, "DELETE", "/ballot"),
            new Call(Move.COMMENT, 2, "POST", "/comments", "{\"text\":\"Why?\"}"),
            new Call(Move.RAISE_CONCERN, 3, "POST", "/concerns", "{\"reason\":\"The room was never there.\"}"),
            new Call(Move.STATE_OUTCOME, 1, "PUT", "/statement", "{\"text\":\"We met there.\"}"));

    @OneDatabase
    void onlyTheMovesOfTheTableSucceedByTheirEndpoints(TestDatabase db) throws Throwable {
        assertThat(CALLS).extracting(Call::move).contains(Move.values());
        List<String> wrong = new ArrayList<>();
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            for (ProposalState state : ProposalState.values()) {
                for (Call call : CALLS) {
                    UUID id = StandingProposals.in(edge.village, state);
                    Optional<?> before = StandingProposals.kept(edge.village, id);
                    int status = status(edge, id, call);
                    boolean again = call.move() == Move.PUBLISH || call.move() == Move.WITHDRAW;
                    boolean allowed = call.move().isAllowedIn(state);
                    if (status < 300 != allowed && !(status < 300 && again) || status >= 500) {
                        wrong.add(call.method() + call.path() + " in " + state + ": " + status);
                    }
                    if (!allowed && !StandingProposals.kept(edge.village, id).equals(before)) {
                        wrong.add(call.method() + call.path() + " in " + state + " changed it");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int status(ProposalEdge edge, UUID id, Call call) {
        Invocation.Builder request = edge.as(call.person(), "/api/v1/proposals/" + id + call.path());
        try (Response response = call.method().equals("DELETE")
                ? request.delete()
                : request.method(call.method(), Entity.json(call.body()))) {
            return response.getStatus();
        }
    }
}
