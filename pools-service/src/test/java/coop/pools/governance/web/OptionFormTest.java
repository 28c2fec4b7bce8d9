package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Refused;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
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

    @Test
    void anOptionEndsThePoolOrOpensARoundByItsRow() {
        Form wanted = form("choose")
                .param("method", "choose-one")
                .param("option-1", "Go on together")
                .param("option-1-does", "open-round")
                .param("option-1-round", "Spring")
                .param("option-1-amount", "60")
                .param("option-1-days", "ten")
                .param("option-1-partial", "accept")
                .param("option-1-new1", "Chairs")
                .param("option-1-target1", "40")
                .param("option-1-new3", "Lamps")
                .param("option-1-target3", "30")
                .param("option-1-minimum3", "10")
                .param("option-2", "Part")
                .param("option-2-does", "wind-up")
                .param("option-3", "Part, and name who gets what is left")
                .param("option-3-does", "wind-up")
                .param("option-2-payee", ProposalEdge.PAYEE.toString())
                .param("option-3-heir", ProposalEdge.PAYEE.toString());
        try (Response refused = edge.send(1, PROPOSALS, wanted)) {
            assertThat(refused.readEntity(String.class)).contains("href=\"#f-option-1-days\"", "value=\"Chairs\"");
        }
        wanted.asMap().putSingle("option-1-days", "10");
        String writing = made(edge.send(1, PROPOSALS, with(wanted, "draft", "yes")));
        assertThat(edge.page(1, writing))
                .contains(
                        "<option value=\"open-round\" selected>",
                        "<option value=\"wind-up\" selected>",
                        "value=\"30.00\" id=\"f-option-1-target2\"");
        made(edge.send(1, writing, with(with(wanted, "publish", "yes"), "template", "standard")));
        assertThat(edge.as(0, "/api/v1" + writing.replace("/edit", "")).get(String.class))
                .contains("\"type\":\"open-round\"", "\"amountMinor\":6000", "\"days\":10", "\"name\":\"Lamps\"")
                .contains("\"action\":{\"type\":\"wind-up\"}", "\"type\":\"wind-up\",\"payee\"");
    }

    @Test
    void anOptionSplitsAFloodOrEndsARoundAndReadsTheSameAgain() {
        ReadBylaws bylaws = new ReadBylaws(db.store(SqlBylawsStore.class), SampleBylaws.EDITIONS);
        OptionRows rows = new OptionRows(new ProposalForm(bylaws), bylaws);
        Bodies.Body flood = new Bodies.Body(BodyRef.flood(new UUID(7, 7)), "Fair", "fair", "EUR");
        MultivaluedHashMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("option-1", "Two Floods");
        sent.add("option-1-does", "split-flood");
        sent.add("option-1-name", "Night market");
        sent.add("option-1-aim", "A market at night");
        sent.add("option-1-pools", new UUID(1, 1).toString());
        sent.add("option-1-pools", new UUID(1, 2).toString());
        sent.add("option-2", "No round");
        sent.add("option-2-does", "end-round");
        sent.add("option-2-ending", new UUID(1, 3).toString());
        sent.add("option-2-outcome", "fund");
        List<Option> options = rows.read(flood, Method.CHOOSE_ONE, sent, List.of());
        assertThat(options.get(0).action())
                .isEqualTo(new Action.FloodAction.Split(
                        "Night market", "A market at night", List.of(new UUID(1, 1), new UUID(1, 2))));
        assertThat(options.get(1).action()).isEqualTo(new Action.Round(new RoundOrder.End(new UUID(1, 3), true)));

        MultivaluedHashMap<String, String> again = new MultivaluedHashMap<>();
        rows.typed(flood.ref(), options).forEach((field, value) -> again.put(field, List.of(value.split(","))));
        assertThat(rows.read(flood, Method.CHOOSE_ONE, again, options)).isEqualTo(options);
        sent.remove("option-1-pools");
        assertThatThrownBy(() -> rows.read(flood, Method.CHOOSE_ONE, sent, List.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.facts()).containsEntry("field", "option-1-pools"));
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
