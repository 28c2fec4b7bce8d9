package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of options on the form of a proposal. */
class OptionFormTest {
    private static final String PROPOSALS = "/pools/village/proposals";

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
    void eachOptionSaysOnTheFormWhatHappensIfItWins() {
        Form wanted = form("choose")
                .param("method", "choose-one")
                .param("option-1", "The hall")
                .param("option-1-does", "pay")
                .param("option-1-payee", ProposalEdge.PAYEE.toString())
                .param("option-1-amount", "30")
                .param("option-1-purpose", "Hall for June")
                .param("option-2", "Ana's garden")
                .param("option-3", "Fewer voices")
                .param("option-3-does", "change-rules")
                .param("option-3-rule", "vote.quorum")
                .param("option-3-value", "ten");
        assertThat(edge.page(1, PROPOSALS + "/new?type=choose"))
                .contains("name=\"option-3-does\"", "Somebody is paid", "More options")
                .doesNotContain("option-4");
        try (Response more = edge.send(1, PROPOSALS, copy(wanted).param("more", "yes"))) {
            assertThat(more.readEntity(String.class)).contains("name=\"option-5\"", "Hall for June");
        }
        try (Response refused = edge.send(1, PROPOSALS, wanted)) {
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(refused.readEntity(String.class))
                    .contains("href=\"#f-option-3-value\"", "id=\"f-option-3-value-error\"", "Hall for June");
        }
        wanted.asMap().putSingle("option-3-value", "30");
        try (Response vain = edge.send(1, PROPOSALS, with(wanted, "method", "meeting-time"))) {
            assertThat(vain.readEntity(String.class)).contains("href=\"#f-option-1-does\"");
        }
        String writing = made(edge.send(1, PROPOSALS, with(wanted, "draft", "yes")));
        String proposal = writing.replace("/edit", "");
        assertThat(edge.page(1, writing))
                .contains("value=\"Hall for June\"", "<option value=\"change-rules\" selected>", "value=\"30\"");
        Form anew = with(with(with(wanted, "publish", "yes"), "template", "significant"), "option-1-amount", "31");
        made(edge.send(1, writing, anew));
        assertThat(edge.as(0, "/api/v1" + proposal).get(String.class))
                .contains("\"template\":\"significant\"", "\"amountMinor\":3100", "\"vote.quorum\":3000");
        assertThat(edge.page(2, proposal)).contains("Pay \u20ac31.00 to Room &amp; Hall");
    }

    @Test
    void whatAnOptionDoesStaysWhereItsRowHasNoFieldsForIt() {
        String sent = """
                {"title":"Which rules","action":{"type":"statement"},"paper":{"method":"choose-one",
                 "options":[{"text":"Stricter","action":{"type":"change-rules",
                  "rules":{"vote.quorum":3000,"vote.hours":96}}},{"text":"As now"}]}}
                """;
        String id;
        try (Response response = edge.as(1, "/api/v1/pools/village/proposals").post(Entity.json(sent))) {
            id = response.readEntity(String.class).split("\"")[3];
        }
        String writing = "/proposals/" + id + "/edit";
        assertThat(edge.page(1, writing)).contains("What it says now", "name=\"option-1-was\" value=\"a\"");
        Form kept = form("choose")
                .param("template", "standard")
                .param("method", "choose-one")
                .param("option-1", "Much stricter")
                .param("option-1-does", "as-it-is")
                .param("option-1-was", "a")
                .param("option-2", "As now");
        made(edge.send(1, writing, kept));
        assertThat(edge.as(0, "/api/v1/proposals/" + id).get(String.class))
                .contains("Much stricter", "\"vote.hours\":96", "\"vote.quorum\":3000");
    }

    private static Form copy(Form form) {
        return new Form(new MultivaluedHashMap<>(form.asMap()));
    }

    private static Form with(Form form, String field, String value) {
        Form other = copy(form);
        other.asMap().putSingle(field, value);
        return other;
    }

    private static Form form(String type) {
        return new Form()
                .param("type", type)
                .param("id", "0123456789abcdef0123456789")
                .param("title", "Where we meet")
                .param("text", "");
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
