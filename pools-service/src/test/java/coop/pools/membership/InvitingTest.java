package coop.pools.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.founding.Town;
import coop.pools.kernel.Caller;
import coop.pools.pool.domain.Pool;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

class InvitingTest {
    @EveryDatabase
    void whoeverSignsInWithTheSameAccountFindsTheirInvitationWaiting(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        assertThat(town.invitations.waitingFor(ben)).extracting(Pool::slug).containsExactly(pool.slug());
        assertThat(town.invitations.waitingFor(town.person("zoe"))).isEmpty();
        assertThat(town.invitations.waitingFor(town.person("ana"))).isEmpty();
        assertThat(town.members.isMember(pool.id(), ben.person().orElseThrow())).isFalse();
        town.join(ben, pool);
        assertThat(town.invitations.waitingFor(ben)).isEmpty();
        assertThat(town.invitations.counts(pool.id())).isEqualTo(new ReadInvitations.Counts(10, 2, 0));
    }

    @EveryDatabase
    void decliningErasesWhatTheRosterSaidAndStays(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        assertThat(town.decline.decline(ben, pool.id())).isEqualTo(1);
        assertThat(town.decline.decline(ben, pool.id())).isZero();
        assertThat(town.invitations.waitingFor(ben)).isEmpty();
        assertThat(named(db, "ben")).isZero();
        assertThat(named(db, "chi")).isEqualTo(1);
        town.clock.advance(Duration.ofMinutes(1));
        UUID again = town.transactions.inTransaction(
                () -> new StartImport(town.importStore, town.uploadStore, town.ids, town.clock)
                        .start(pool.id(), town.person("ana").person().orElseThrow(), "sandbox", "board-games"));
        town.readRosters();
        assertThat(town.imports.latest(pool.id()).orElseThrow().id()).isEqualTo(again);
        assertThat(town.invitations.waitingFor(ben)).isEmpty();
        assertThat(town.invitations.counts(pool.id()).all()).isEqualTo(12);
        assertThat(named(db, "ben")).isZero();
        assertThat(town.join(ben, pool).isNew()).isTrue();
    }

    @EveryDatabase
    void aLinkBringsAnybodyUntilItIsTakenBackOrExpires(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        Invite.Made made = town.invite.invite(ana, pool.id(), town.ids.newId(), Optional.empty());
        assertThat(town.invitations.bySecret(made.secret()).pool().id()).isEqualTo(pool.id());
        joinBy(town, "zoe", pool, made.secret());
        joinBy(town, "yan", pool, made.secret());
        assertThat(town.invitations.mine(ana, pool.id()).get(0).used()).isEqualTo(2);
        assertThatThrownBy(() -> town.revoke.revoke(
                        town.person("zoe"), pool.id(), made.invitation().id()))
                .hasMessage("INVITATION_GONE");
        town.revoke.revoke(ana, pool.id(), made.invitation().id());
        assertThatThrownBy(() -> town.invitations.bySecret(made.secret())).hasMessage("INVITATION_GONE");
        assertThatThrownBy(() -> joinBy(town, "xia", pool, made.secret())).hasMessage("INVITATION_GONE");
        Invite.Made old = town.invite.invite(ana, pool.id(), town.ids.newId(), Optional.empty());
        town.clock.advance(Duration.ofDays(31));
        assertThatThrownBy(() -> joinBy(town, "xia", pool, old.secret())).hasMessage("INVITATION_GONE");
        assertThat(town.members.count(pool.id())).isEqualTo(3);
    }

    @EveryDatabase
    void anInvitationForOneAddressIsGoodForOnePerson(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        Invite.Made made = town.invite.invite(ana, pool.id(), town.ids.newId(), Optional.of("zoe@example.org"));
        joinBy(town, "zoe", pool, made.secret());
        assertThatThrownBy(() -> joinBy(town, "yan", pool, made.secret())).hasMessage("INVITATION_GONE");
    }

    @EveryDatabase
    void theSameInvitationAskedForAgainGetsANewSecret(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        UUID id = town.ids.newId();
        Invite.Made first = town.invite.invite(ana, pool.id(), id, Optional.empty());
        Invite.Made second = town.invite.invite(ana, pool.id(), id, Optional.empty());
        assertThat(town.invitations.mine(ana, pool.id())).hasSize(1);
        assertThatThrownBy(() -> town.invitations.bySecret(first.secret())).hasMessage("INVITATION_GONE");
        assertThat(town.invitations.bySecret(second.secret()).invitation().id()).isEqualTo(id);
        town.join(town.person("ben"), pool);
        assertThatThrownBy(() -> town.invite.invite(town.person("ben"), pool.id(), id, Optional.empty()))
                .hasMessage("INVITATION_GONE");
        assertThatThrownBy(() -> town.invite.invite(town.person("chi"), pool.id(), town.ids.newId(), Optional.empty()))
                .hasMessage("NOT_A_MEMBER");
    }

    @EveryDatabase
    void aLinkToOnePoolIsNoneToAnother(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool games = town.found(ana, "board-games");
        Pool runners = town.found(ana, "riverside-runners");
        Invite.Made made = town.invite.invite(ana, games.id(), town.ids.newId(), Optional.empty());
        assertThatThrownBy(() -> joinBy(town, "zoe", runners, made.secret())).hasMessage("INVITATION_GONE");
        assertThat(town.members.count(runners.id())).isEqualTo(1);
    }

    private static void joinBy(Town town, String name, Pool pool, String secret) {
        town.join.join(town.person(name), pool.id(), new JoinPool.Yes(Optional.empty(), Optional.of(secret)));
    }

    private static int named(TestDatabase db, String subject) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from roster_invitation where subject = :subject and name is not null")
                        .bind("subject", subject)
                        .mapTo(Integer.class)
                        .one());
    }
}
