package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** What is wrong on the form of a proposal is said beside its field, which can be seen. */
class WrongFieldsPageTest {
    private static final String FLOOD = new UUID(2, 1).toString();

    @OneDatabase
    void itIsSaidBesideItsField(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            assertThat(refused(edge, form("elect").param("seats", "1")))
                    .contains("choose at least two", "id=\"f-candidate-error\"");
            assertThat(refused(
                            edge, form("choose").param("method", "choose-one").param("option-1", "Only one")))
                    .contains("Look at: The options", "id=\"f-options\"", "id=\"f-options-error\"");
            assertThat(refused(edge, round().param("days", "a week"))).contains("Days: 1 to ", "id=\"f-days-error\"");
            Form unused = form("pledge").param("flood", FLOOD);
            assertThat(refused(edge, unused.param("most", "a lot"))).contains("only with a share of every month");
        }
    }

    @OneDatabase
    void whereItIsFoldedAwayItIsUnfolded(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = new ProposalEdge(db, 5)) {
            Form round = form("open-round")
                    .param("round", "May")
                    .param("new1", "Seeds")
                    .param("target1", "5");
            assertThat(refused(edge, round().param("days", "7").param("new3", "Without a sum")))
                    .contains("id=\"f-target3-error\"")
                    .containsPattern("<details[^>]* open[^>]*>\\s*<summary>More buckets");
        }
    }

    private static Form round() {
        return form("open-round").param("round", "May").param("new1", "Seeds").param("target1", "5");
    }

    private static Form form(String type) {
        return new Form("type", type)
                .param("id", "0123456789abcdef01234567")
                .param("title", "Something")
                .param("amount", "10");
    }

    private static String refused(ProposalEdge edge, Form form) {
        try (Response response = edge.send(1, "/pools/village/proposals", form)) {
            assertThat(response.getStatus()).isEqualTo(422);
            return response.readEntity(String.class);
        }
    }
}
