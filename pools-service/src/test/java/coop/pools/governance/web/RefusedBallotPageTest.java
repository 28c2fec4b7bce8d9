package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;

/** Nothing that was marked is lost when something else about a ballot is missing. */
class RefusedBallotPageTest {
    @OneDatabase
    void aRefusedBallotKeepsItsMarksAndSaysWhatIsMissing(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            String score = opened(edge, "score", "0123456789abcdef01234567");
            assertThat(edge.page(1, score))
                    .contains("An option wins when at least", "of those who vote without abstaining are for it.")
                    .doesNotContain("agree or disagree");
            String refused = refused(
                    edge, score, new Form("mark-a", "5").param("mark-c", "2").param("interest", "true"));
            assertThat(refused)
                    .contains("Please say why")
                    .containsPattern("(?s)f-mark-a\".*?value=\"5\" selected.*?f-mark-b\".*?value=\"0\" selected")
                    .containsPattern("(?s)f-mark-c\".*?value=\"2\" selected")
                    .containsPattern("name=\"interest\" value=\"true\" checked");

            String ranked = opened(edge, "ranked", "0123456789abcdef01234568");
            Form twice = new Form("mark-a", "1").param("mark-b", "1").param("reason", "Both");
            assertThat(refused(edge, ranked, twice))
                    .contains("What you marked does not go together. Please give each place once", "f-choice-error")
                    .contains(">Both</textarea>");
            String one = opened(edge, "choose-one", "0123456789abcdef01234569");
            assertThat(refused(edge, one, new Form("option", "b")))
                    .containsPattern("value=\"b\" id=\"f-option-b\" checked");
        }
    }

    @OneDatabase
    void whatLeadsHasNotWonWhereTooFewVoted(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            String one = opened(edge, "choose-one", "0123456789abcdef01234567");
            Form ballot = new Form("option", "b").param("reason", "It is blue");
            edge.send(2, one + "/ballot", ballot).close();
            assertThat(edge.page(2, one)).contains(">Leads<").doesNotContain("would win");
            edge.send(3, one + "/ballot", ballot).close();
            edge.send(4, one + "/ballot", ballot).close();
            assertThat(edge.page(2, one)).contains(">Leads and would win<");
            edge.send(4, one + "/ballot/withdraw", new Form()).close();
            edge.village.hours(200);
            edge.village.closeDue.run(10);
            assertThat(edge.page(2, one))
                    .contains("Too few people voted", ">Led, and did not win<")
                    .doesNotContain(">Won<");
        }
    }

    private static String refused(ProposalEdge edge, String proposal, Form ballot) {
        try (Response response = edge.send(2, proposal + "/ballot", ballot)) {
            assertThat(response.getStatus()).isEqualTo(422);
            return response.readEntity(String.class);
        }
    }

    private static String opened(ProposalEdge edge, String method, String id) {
        Form form = new Form("type", "choose")
                .param("id", id)
                .param("title", "Which one?")
                .param("method", method)
                .param("option-1", "Red")
                .param("option-2", "Blue")
                .param("option-3", "Green")
                .param("most", method.equals("score") ? "5" : "")
                .param("reasons", "required");
        try (Response made = edge.send(1, "/pools/village/proposals", form)) {
            assertThat(made.getStatus()).as(made.readEntity(String.class)).isEqualTo(303);
            edge.village.hours(48);
            edge.village.openDue.run(10);
            return made.getLocation().getPath();
        }
    }
}
