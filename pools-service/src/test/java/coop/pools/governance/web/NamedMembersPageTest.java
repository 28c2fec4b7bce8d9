package coop.pools.governance.web;

import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Village;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Topic;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Lists show two hundred members; in a larger Pool the others are found by their names. */
class NamedMembersPageTest {
    private static final String FIRST = new UUID(9, 1).toString();

    @OneDatabase
    void aDelegateIsFoundByNameAndOnlyMembersLearnWhoIsOne(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = large(db)) {
            edge.village.bodies.allowDelegates(3);
            String page = "/pools/village/delegations";
            assertThat(edge.page(2, page)).contains("Or somebody who is not in the list");
            Form both = new Form("topic", "all").param("delegate", FIRST).param("delegate-name", " Person 3 ");
            assertThat(answer(edge, 2, page, both)).startsWith("422").contains("not both");
            Form third = new Form("topic", "all").param("delegate", "").param("delegate-name", " Person 3 ");
            assertThat(answer(edge, 2, page, third)).startsWith("303");
            assertThat(edge.village
                            .delegated
                            .on(Village.member(2), POOL, Topic.ALL)
                            .mine()
                            .flatMap(given -> given.delegate()))
                    .contains(person(3));
            Form nobody = new Form("topic", "all").param("delegate", FIRST).param("delegate-name", "Nobody");
            assertThat(answer(edge, 2, page, nobody)).startsWith("422").contains("no member has the name Nobody");
            assertThat(answer(edge, 6, page, nobody)).startsWith("403").doesNotContain("has the name");
            assertThat(answer(edge, 6, page, third)).startsWith("403");
        }
    }

    @OneDatabase
    void ombudsAndCandidatesAreFoundByNameAndStayInTheForm(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = large(db)) {
            String form = "/pools/village/proposals";
            assertThat(edge.page(1, form + "/new?type=name-ombud")).contains("person-name");
            Form ombud = new Form("id", "0123456789abcdef01234567")
                    .param("type", "name-ombud")
                    .param("title", "Elect an ombud")
                    .param("person", "")
                    .param("person-name", "Person 3");
            Proposal named = made(edge, form, ombud);
            assertThat(named.action()).isEqualTo(new Action.NameOmbud(person(3)));
            Form asks = new Form("id", "0123456789abcdef01234569")
                    .param("type", "name-ombud")
                    .param("title", "Who is here?")
                    .param("person-name", "Nobody");
            assertThat(answer(edge, 1, form, asks)).startsWith("422").contains("no member has the name Nobody");
            assertThat(answer(edge, 6, form, asks))
                    .as("who is no member learns of nobody whether they are one")
                    .startsWith("403");
            assertThat(edge.page(1, "/proposals/" + named.id() + "/edit"))
                    .containsPattern("value=\"Person 3\"[^>]*name=\"person-name\"");
            Form alone = new Form("id", "0123456789abcdef01234567")
                    .param("type", "elect")
                    .param("title", "Elect stewards")
                    .param("candidate", FIRST)
                    .param("seats", "1");
            assertThat(answer(edge, 1, form, alone)).startsWith("422").contains("Who stands", "choose at least two");
            Form election = new Form("id", "0123456789abcdef01234568")
                    .param("type", "elect")
                    .param("title", "Elect stewards")
                    .param("candidate", FIRST)
                    .param("candidate-names", "Person 3\r\n\r\nPerson 4\r\n")
                    .param("seats", "1");
            Proposal elected = made(edge, form, election);
            assertThat(elected.paper().options())
                    .extracting(Option::text)
                    .containsExactly("Member 1", "Person 3", "Person 4");
            assertThat(elected.paper().options().get(2).action()).isEqualTo(new Action.NameSteward(person(4)));
            assertThat(edge.page(1, "/proposals/" + elected.id() + "/edit")).contains(">Person 3\nPerson 4</textarea>");
        }
    }

    @OneDatabase
    void whomAnOptionIsAboutIsFoundByNameToo(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = large(db)) {
            String form = "/pools/village/proposals";
            assertThat(edge.page(1, form + "/new?type=choose"))
                    .contains("option-1-person-name", "option-3-person-name", "Choose here, or write a name below");
            Proposal made = made(edge, form, options("0123456789abcdef0123456c", FIRST, "Person 3"));
            assertThat(made.paper().options())
                    .extracting(Option::action)
                    .containsExactly(
                            new Action.NameOmbud(UUID.fromString(FIRST)),
                            new Action.NameOmbud(person(3)),
                            new Action.Statement());
            assertThat(edge.page(1, "/proposals/" + made.id() + "/edit"))
                    .containsPattern("value=\"Person 3\"[^>]*name=\"option-2-person-name\"");
            Form nobody = options("0123456789abcdef0123456d", FIRST, "Nobody");
            assertThat(answer(edge, 1, form, nobody)).startsWith("422").contains("no member has the name Nobody");
            assertThat(answer(edge, 6, form, nobody)).startsWith("403").doesNotContain("has the name");
        }
    }

    /** One in the list, one by the name, and nobody. */
    private static Form options(String id, String listed, String name) {
        return new Form("id", id)
                .param("type", "choose")
                .param("method", "choose-one")
                .param("title", "Who answers concerns?")
                .param("option-1", "The first")
                .param("option-1-does", "name-ombud")
                .param("option-1-person", listed)
                .param("option-2", "The other")
                .param("option-2-does", "name-ombud")
                .param("option-2-person", "")
                .param("option-2-person-name", name)
                .param("option-3", "Nobody yet")
                .param("option-3-person-name", "Left from before");
    }

    @OneDatabase
    void whereSeveralHaveANameItIsSaidWhoAndHowToChoose(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = large(db)) {
            edge.village.bodies.allowDelegates(3);
            db.store(SqlIdentityStore.class).rename(person(4), "Person 3");
            String page = "/pools/village/delegations";
            Form unclear = new Form("topic", "all").param("delegate-name", "Person 3");
            assertThat(answer(edge, 2, page, unclear)).startsWith("422").contains("Person 3 #3, Person 3 #4");
            Form clear = new Form("topic", "all").param("delegate-name", "Person 3 #4");
            assertThat(answer(edge, 2, page, clear)).startsWith("303");
            assertThat(edge.village
                            .delegated
                            .on(Village.member(2), POOL, Topic.ALL)
                            .mine()
                            .flatMap(given -> given.delegate()))
                    .contains(person(4));
        }
    }

    @OneDatabase
    void noMoreThanTwelveStandAndOnlyMembersAreNamed(TestDatabase db) throws Throwable {
        try (ProposalEdge edge = large(db)) {
            db.store(SqlIdentityStore.class)
                    .insertPerson(new Person(new UUID(8, 8), "Stranger", edge.village.clock.instant()));
            String form = "/pools/village/proposals";
            Form stranger = new Form("id", "0123456789abcdef0123456a")
                    .param("type", "elect")
                    .param("title", "Elect stewards")
                    .param("candidate", FIRST)
                    .param("candidate", new UUID(8, 8).toString());
            assertThat(answer(edge, 1, form, stranger))
                    .startsWith("422")
                    .contains("only members can stand")
                    .doesNotContain("Stranger");
            Form many = new Form("id", "0123456789abcdef0123456b")
                    .param("type", "elect")
                    .param("title", "Elect");
            for (int number = 0; number < 13; number++) {
                many.param("candidate", new UUID(6, number).toString());
            }
            assertThat(answer(edge, 1, form, many)).startsWith("422").contains("at most 12");
        }
    }

    private static Proposal made(ProposalEdge edge, String path, Form form) {
        try (Response made = edge.send(1, path, form)) {
            assertThat(made.getStatus()).isEqualTo(303);
            String at = made.getLocation().getPath();
            UUID id = UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
            return edge.village.proposals.find(id).orElseThrow();
        }
    }

    private static String answer(ProposalEdge edge, int person, String path, Form form) {
        try (Response response = edge.send(person, path, form)) {
            return response.getStatus() + " " + response.readEntity(String.class);
        }
    }

    private static ProposalEdge large(TestDatabase db) throws Throwable {
        ProposalEdge edge = new ProposalEdge(db, 5);
        for (int number = 1; number <= 200; number++) {
            edge.listed.add(new ActionSubjects.Subject(new UUID(9, number), "Member " + number, ""));
        }
        return edge;
    }
}
