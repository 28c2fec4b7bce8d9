package coop.pools.governance.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.ActionSubjects.Link;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeedLinksTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Bodies.Body POOL = new Bodies.Body(BodyRef.pool(ID), "Garden", "garden", "EUR");

    @Test
    void whatAVoteDidIsOnePageAway() {
        assertThat(paths(new Action.Pay(ID, Money.of(100, "EUR"), "Seeds", Optional.empty())))
                .containsExactly("/pools/garden/ledger");
        assertThat(paths(new Action.NameSteward(ID))).containsExactly("/pools/garden/custody");
        assertThat(paths(new Action.EndSteward(ID), new Action.NameSteward(ID)))
                .as("each page once")
                .containsExactly("/pools/garden/custody");
        assertThat(paths(new Action.Statement())).isEmpty();
        assertThat(DeedLinks.of(List.of(), POOL, Optional.of(3), false))
                .containsExactly(new Link("It stands here", "Version 3 of the bylaws", "/pools/garden/bylaws/3"));
    }

    @Test
    void whoCameAndWentIsForMembers() {
        List<Action> removed = List.of(new Action.RemoveMember(ID));
        assertThat(DeedLinks.of(removed, POOL, Optional.empty(), true))
                .extracting(Link::path)
                .containsExactly("/pools/garden/members");
        assertThat(DeedLinks.of(removed, POOL, Optional.empty(), false)).isEmpty();
    }

    private static List<String> paths(Action... decided) {
        return DeedLinks.of(List.of(decided), POOL, Optional.empty(), false).stream()
                .map(Link::path)
                .toList();
    }
}
