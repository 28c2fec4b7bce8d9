package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Refused;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalPagesTest {
    private static final String PROPOSALS = "/pools/village/proposals";
    private static final String FORM_ID = "0123456789abcdef0123456789";

    private TestDatabase db;
    private ProposalEdge edge;

    @BeforeEach
    void open() throws Throwable {
        db = TestDatabases.h2();
        edge = new ProposalEdge(db, 5);
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
        db.close();
    }

    @Test
    void aMemberProposesAPaymentByForm() {
        assertThat(edge.page(1, PROPOSALS)).contains("No proposals yet").contains("Make a proposal");
        assertThat(edge.page(1, PROPOSALS + "/new")).contains("Pay somebody").contains("Change the bylaws");
        assertThat(edge.page(1, PROPOSALS + "/new?type=pay"))
                .contains("Room &amp; Hall")
                .contains("unless somebody blocks it and says why")
                .doesNotContain("Ask for advice");
        assertThat(edge.page(1, PROPOSALS + "/new?type=statement"))
                .contains("Ask for advice")
                .doesNotContainPattern("id=\"f-text\"[^>]* required");
        assertThat(edge.page(1, PROPOSALS + "/new?type=remove-member"))
                .as("it takes reasons")
                .containsPattern("id=\"f-text\"[^>]* required");
        String proposal = made(edge.send(1, PROPOSALS, payment("12.50").param("template", "consent")));
        assertThat(edge.page(2, proposal)).contains("Consent: It passes as usual", "One block stops it.");
        assertThat(made(edge.send(1, PROPOSALS, payment("12.50")))).isEqualTo(proposal);
        assertThat(edge.page(1, proposal))
                .contains("Pay \u20ac12.50 to Room &amp; Hall")
                .contains("<strong>warm</strong>")
                .contains("&lt;script&gt;")
                .contains("In discussion")
                .contains("Withdraw it");
        assertThat(edge.page(0, PROPOSALS)).contains("Pay for the room").doesNotContain("Make a proposal");
    }

    @Test
    void aDraftIsWrittenReadBeforehandAndPutBeforeTheOthers() {
        assertThat(edge.village
                        .read
                        .of(VillageBodies.POOL, Optional.empty(), 10)
                        .items())
                .isEmpty();
        try (Response shown = edge.send(1, PROPOSALS, payment("12.50").param("preview", "yes"))) {
            assertThat(shown.getStatus()).isEqualTo(200);
            assertThat(shown.readEntity(String.class))
                    .contains("Preview of")
                    .contains("<strong>warm</strong>")
                    .contains("value=\"12.50\"");
        }
        String writing = made(edge.send(1, PROPOSALS, payment("12.50").param("draft", "yes")));
        assertThat(writing).endsWith("/edit");
        assertThat(edge.page(1, writing)).contains("Save the draft").contains("value=\"12.50\"");
        assertThat(edge.page(1, PROPOSALS)).contains("Your drafts").contains("Pay for the room");
        assertThat(edge.page(2, PROPOSALS)).doesNotContain("Pay for the room");
        String proposal = writing.replace("/edit", "");
        for (String path : new String[] {proposal, writing, "/api/v1" + proposal}) {
            assertThat(edge.as(2, path).get().getStatus()).as(path).isEqualTo(404);
        }
        assertThat(edge.as(1, "/api/v1" + proposal).get(String.class)).contains("\"state\":\"draft\"");
        assertThat(edge.page(1, writing)).contains("value=\"consent\"");
        made(edge.send(1, writing, payment("12.50").param("template", "consent")));
        assertThat(edge.as(1, "/api/v1" + proposal).get(String.class)).contains("\"template\":\"consent\"");
        made(edge.send(1, writing, payment("13").param("publish", "yes")));
        assertThat(edge.page(2, proposal))
                .contains("Pay \u20ac13.00 to Room &amp; Hall")
                .contains("In discussion");
        made(edge.send(1, writing, payment("14")));
        assertThat(edge.page(2, proposal)).contains("This is version 2").doesNotContain("Change it");
        assertThat(edge.page(0, proposal + "/versions"))
                .contains("<del>Pay: \u20ac13.00</del>")
                .contains("<ins>Pay: \u20ac14.00</ins>")
                .contains("it is seen at any time how it stands");
        assertThat(edge.as(0, "/api/v1" + proposal + "/versions").get(String.class))
                .contains("\"amountMinor\":1300");
        assertThat(edge.as(2, writing).get().getStatus()).isEqualTo(404);

        Form another =
                new Form("type", "statement").param("id", "another" + FORM_ID).param("title", "Thank Ana");
        String other = made(edge.send(1, PROPOSALS, another.param("draft", "yes")));
        made(edge.send(1, other.replace("/edit", "/discard"), new Form()));
        assertThat(edge.page(1, PROPOSALS)).doesNotContain("Your drafts");
    }

    @Test
    void membersStandBehindAProposalWhereTheRulesAskForThem() {
        edge.village.bodies.askForSponsors(1);
        String proposal = made(edge.send(1, PROPOSALS, payment("12.50")));
        assertThat(edge.page(1, proposal)).contains("0 of 1 member besides").doesNotContain("I stand behind it");
        assertThat(edge.page(2, proposal)).contains("I stand behind it");
        made(edge.send(2, proposal + "/sponsorship", new Form()));
        assertThat(edge.page(1, proposal)).contains("Person 2").contains("1 of 1 stand behind it");
    }

    @Test
    void aRefusedFormComesBackAsItWas() {
        try (Response response = edge.send(1, PROPOSALS, payment("0"))) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.readEntity(String.class))
                    .contains("There is a problem")
                    .contains("Pay for the room")
                    .contains("Room for May")
                    .contains("value=\"0\"");
        }
        try (Response response = edge.send(6, PROPOSALS, payment("12"))) {
            assertThat(response.getStatus()).isEqualTo(403);
        }
        assertThat(edge.as(0, PROPOSALS + "/new").get().getStatus()).isEqualTo(303);
    }

    @Test
    void rulesAreChangedInWordsAndPerCent() {
        assertThat(edge.page(1, PROPOSALS + "/new?type=change-rules"))
                .contains("name=\"rule.vote.hours\"")
                .contains("value=\"66.67\"");
        Form form = form("change-rules").param("rule.vote.hours", "72").param("rule.vote.quorum", "33.5");
        String proposal = made(edge.send(1, PROPOSALS, form));
        assertThat(edge.page(1, proposal)).contains("72 hours (3 days)").contains("33.50 %");
        assertThat(edge.as(1, "/api/v1" + proposal).get(String.class)).contains("\"vote.quorum\":3350");
        try (Response response = edge.send(1, PROPOSALS, form("change-rules").param("rule.vote.hours", "120"))) {
            assertThat(response.getStatus()).isEqualTo(422);
        }
    }

    @Test
    void aVoteIsCastChangedAndTakenBackByForm() {
        UUID id = edge.village.open();
        String proposal = "/proposals/" + id;
        assertThat(edge.page(1, proposal)).contains("Your vote").contains("Cast my vote");
        assertThat(edge.page(0, proposal)).contains("Sign in").doesNotContain("Cast my vote");
        assertThat(edge.page(6, proposal)).contains("Members vote on this");
        try (Response response = edge.send(1, proposal + "/ballot", new Form().param("reason", "so"))) {
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.readEntity(String.class)).contains(">so</textarea>");
        }
        made(edge.send(1, proposal + "/ballot", new Form("choice", "agree").param("reason", "It is warm")));
        assertThat(edge.page(1, proposal)).contains("Your vote is in").contains("It is warm");
        assertThat(edge.page(2, proposal + "/count")).contains("Person 1").contains("It is warm");
        assertThat(edge.page(0, proposal + "/count"))
                .contains("Member 00000001")
                .doesNotContain("It is warm");
        made(edge.send(1, proposal + "/ballot/withdraw", new Form()));
        assertThat(edge.page(2, proposal + "/count")).contains("No ballots yet");
    }

    @Test
    void commentsAreRenderedAndTheAuthorWithdraws() {
        UUID id = edge.village.proposed().id();
        String proposal = "/proposals/" + id;
        Form said = new Form("text", "**Why** <img src=x onerror=alert(1)>?").param("id", FORM_ID);
        made(edge.send(2, proposal + "/comments", said));
        made(edge.send(2, proposal + "/comments", said));
        Form against = new Form("text", "Too **dear** for [us](/us) <img src=x>")
                .param("stance", "against")
                .param("id", FORM_ID.replace("012", "345"));
        made(edge.send(3, proposal + "/comments", against));
        assertThat(edge.page(2, proposal))
                .contains("Where people stand before the vote")
                .contains("“Too dear for us &lt;img src=x&gt;”")
                .doesNotContain("<img src=x", "**");
        assertThat(edge.page(0, proposal)).doesNotContain("Where people stand");
        assertThat(edge.page(3, proposal))
                .containsOnlyOnce("<strong>Why</strong>")
                .doesNotContain("<img src=x");
        assertThat(edge.page(0, proposal)).doesNotContain("<strong>Why</strong>");
        made(edge.send(1, proposal + "/withdraw", new Form()));
        assertThat(edge.village.state(id)).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(edge.page(1, proposal)).contains("Withdrawn by the author");
    }

    @Test
    void everyStateHasItsPage() {
        UUID voted = edge.village.open();
        edge.village.vote(voted, Choice.AGREE, 1, 2, 3);
        UUID expired = edge.village.proposed().id();
        edge.village.hours(48);
        edge.village.openDue.run(10);
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        try (Response undone = edge.send(
                1, "/proposals/" + expired + "/statement", new Form("statement", "We met.").param("review", "soon"))) {
            assertThat(undone.readEntity(String.class))
                    .contains(">We met.</textarea>", "value=\"soon\"", "Look back at it on: a day");
        }
        assertThat(edge.page(1, "/proposals/" + expired)).contains("Too few people voted");
        edge.village.hours(24);
        assertThat(edge.page(1, "/proposals/" + voted)).contains("Being carried out");
        edge.village.decisions.markBlocked(
                voted, new Refused(LedgerRefusal.INSUFFICIENT_FUNDS), edge.village.clock.instant());
        assertThat(edge.page(1, "/proposals/" + voted)).contains("There is not enough money for that.");
    }

    @Test
    void peopleChooseBetweenOptionsByForm() {
        Form wanted = form("choose")
                .param("method", "ranked")
                .param("option-1", "Tea")
                .param("option-2", "Coffee")
                .param("option-5", "Water");
        String proposal = opened(wanted.param("reasons", "off").param("shown", "after-voting"));
        assertThat(edge.page(1, proposal))
                .contains("Put them in order")
                .contains("name=\"mark-c\"")
                .contains("shown to you once you have voted")
                .doesNotContain("name=\"reason\"");
        try (Response response = edge.send(1, proposal + "/ballot", new Form("mark-a", "2"))) {
            assertThat(response.getStatus()).isEqualTo(422);
        }
        made(edge.send(1, proposal + "/ballot", new Form("mark-a", "1").param("mark-b", "2")));
        made(edge.send(2, proposal + "/ballot", new Form("mark-b", "1").param("mark-a", "2")));
        made(edge.send(3, proposal + "/ballot", new Form("mark-c", "1").param("mark-a", "2")));
        made(edge.send(4, proposal + "/ballot", new Form("mark-b", "1").param("mark-c", "0")));
        made(edge.send(5, proposal + "/ballot", new Form("choice", "abstain")));
        assertThat(edge.page(1, proposal)).contains("My receipt").contains("5 of 5 people voted");
        assertThat(edge.page(0, proposal + "/count")).contains("Not to be seen yet");
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        assertThat(edge.page(0, proposal + "/count"))
                .contains("Round by round")
                .contains("Count it again")
                .contains("Tea, then Coffee");
    }

    @Test
    void whatDecidesNothingDoesNotSayThatItPasses() {
        String proposal = opened(form("choose")
                .param("method", "meeting-time")
                .param("option-1", "Monday")
                .param("option-2", "Tuesday"));
        assertThat(edge.page(1, proposal))
                .contains("Find a time that suits")
                .doesNotContain("It passes when")
                .doesNotContain("Carried out by itself");
        made(edge.send(1, proposal + "/ballot", new Form("mark-a", "2").param("mark-b", "1")));
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        assertThat(edge.page(1, proposal))
                .contains("Suits most")
                .doesNotContain("Passed")
                .doesNotContain("Won");
        assertThat(edge.page(1, proposal + "/count")).contains("Monday; Tuesday if need be");
        assertThat(edge.page(1, PROPOSALS)).contains("Find a time that suits");
    }

    @Test
    void anAnonymousVoteTellsHowManyAndNeverWho() {
        String proposal = opened(form("sense-check").param("anonymous", "true"));
        assertThat(edge.page(1, proposal))
                .contains("whoever runs it could look")
                .contains("I have concerns");
        made(edge.send(1, proposal + "/ballot", new Form("choice", "disagree").param("reason", "secret words")));
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        assertThat(edge.page(2, proposal + "/count"))
                .contains("A member")
                .contains("Nothing is decided by it")
                .doesNotContain("Person 1")
                .doesNotContain("secret words");
        assertThat(edge.as(2, "/api/v1" + proposal + "/count").get(String.class))
                .contains("\"choice\":\"disagree\"")
                .doesNotContain("\"person\"")
                .doesNotContain("secret words");
        assertThat(edge.page(1, proposal)).contains("Closed", "My receipt");
        assertThat(edge.page(1, proposal + "/count")).contains("(my ballot)");
        assertThat(edge.page(2, proposal + "/count")).doesNotContain("(my ballot)");
    }

    @Test
    void aPausedPaymentIsNotSaidToBeCarriedOutNext() {
        String proposal = opened(form("pay")
                .param("payee", ProposalEdge.PAYEE.toString())
                .param("amount", "30")
                .param("purpose", "Hall"));
        for (int person = 1; person <= 5; person++) {
            made(edge.send(person, proposal + "/ballot", new Form("choice", "agree").param("reason", "*Dry* <i>")));
        }
        edge.village.hours(120);
        edge.village.closeDue.run(10);
        assertThat(edge.page(3, proposal)).contains("It is carried out in");
        assertThat(edge.page(3, proposal + "/count")).contains("<em>Dry</em> &lt;i&gt;");
        made(edge.send(3, proposal + "/concerns", new Form("reason", "The hall was **never there** <i>.")));
        assertThat(edge.page(3, proposal))
                .contains("raised a concern", "The hall was <strong>never there</strong> &lt;i&gt;.")
                .contains("It waits for the vote on whether to stop it")
                .doesNotContain("It is carried out in")
                .doesNotContain("Time to reconsider, until")
                .doesNotContain("Something is wrong with this payment");
        String stop = edge.page(0, PROPOSALS).replaceAll("(?s).*?href=\"(/proposals/[0-9a-f-]{36})\".*", "$1");
        assertThat(edge.page(2, stop)).contains("Stop: ").contains(proposal).doesNotContain("never there");
        assertThat(edge.page(2, proposal)).contains("never there");
        assertThat(edge.page(0, proposal) + edge.page(0, stop)).doesNotContain("never there");
    }

    @Test
    void whomAVoteIsAboutIsToldSoAndNothingElse() {
        String proposal = opened(form("remove-member").param("person", new UUID(1, 4).toString()));
        assertThat(edge.page(4, proposal)).contains("This vote is about you").doesNotContain("You joined after");
        assertThat(edge.page(3, proposal)).doesNotContain("This vote is about you");
        for (String path : new String[] {proposal, proposal + "/versions", "/api/v1" + proposal}) {
            assertThat(edge.as(3, path).get(String.class)).contains("warm");
            assertThat(edge.as(0, path).get(String.class) + edge.as(6, path).get(String.class))
                    .doesNotContain("warm");
        }
    }

    @Test
    void aMemberNamesADelegateSeesTheirVoteAndEndsIt() {
        String page = "/pools/village/delegations";
        assertThat(edge.page(1, page)).contains("Everybody votes in person here");
        edge.village.bodies.allowDelegates(3);
        Form named = new Form("topic", "money").param("delegate", new UUID(1, 2).toString());
        try (Response response =
                edge.send(1, page, new Form("topic", "money").param("delegate", new UUID(1, 1).toString()))) {
            assertThat(response.getStatus()).isEqualTo(422);
        }
        made(edge.send(1, page, named));
        assertThat(edge.page(1, page)).contains("votes for you until").contains("1 member has a delegate");
        String proposal = "/proposals/" + edge.village.open();
        assertThat(edge.page(1, proposal)).contains("votes for you").contains("They have not voted yet");
        edge.village.vote(UUID.fromString(proposal.substring(11)), Choice.AGREE, 2);
        assertThat(edge.page(1, proposal)).contains("They voted: agree");
        assertThat(edge.page(2, proposal + "/count")).contains("as delegate, and the ballot of");
        made(edge.send(1, page + "/money/end", new Form()));
        assertThat(edge.page(1, page)).doesNotContain("votes for you until");
    }

    /** A proposal whose vote has just opened. */
    private String opened(Form form) {
        String proposal = made(edge.send(1, PROPOSALS, form));
        edge.village.hours(48);
        edge.village.openDue.run(10);
        return proposal;
    }

    private static Form form(String type) {
        return new Form()
                .param("type", type)
                .param("id", FORM_ID)
                .param("title", "Pay for the room")
                .param("text", "It is **warm** <script>alert(1)</script>");
    }

    private static Form payment(String amount) {
        return form("pay")
                .param("payee", ProposalEdge.PAYEE.toString())
                .param("amount", amount)
                .param("purpose", "Room for May");
    }

    /** Where the browser is sent after a form was accepted. */
    private static String made(Response response) {
        try (response) {
            assertThat(response.getStatus())
                    .as(response.readEntity(String.class))
                    .isEqualTo(303);
            return response.getLocation().getPath();
        }
    }
}
