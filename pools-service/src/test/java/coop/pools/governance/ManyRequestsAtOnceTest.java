package coop.pools.governance;

import static coop.pools.governance.Village.draft;
import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.identity.IdentityStore;
import coop.pools.identity.MakeToken;
import coop.pools.identity.domain.ApiToken;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whoever sends many requests at the same moment comes no further than whoever sends them one by one. */
class ManyRequestsAtOnceTest {
    private static final int AT_ONCE = 8;
    private static final int LEFT = 2;

    @EveryDatabase
    void proposals(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        for (int made = LEFT; made < Restraint.MOST_OF_MEMBERS; made++) {
            village.proposed();
        }
        assertThat(refusedOf(village::proposed))
                .containsOnly("PROPOSALS_TOO_MANY")
                .hasSize(AT_ONCE - LEFT);
    }

    @EveryDatabase
    void draftsThatArePutForwardBesideProposals(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        List<UUID> kept = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            kept.add(village.ids.newId());
            village.save.save(member(1), kept.get(i), draft(Village.PAY));
        }
        for (int made = LEFT; made < Restraint.MOST_OF_MEMBERS; made++) {
            village.proposed();
        }
        List<Callable<?>> work = new ArrayList<>();
        kept.forEach(id -> work.add(() -> village.publish.publish(member(1), id)));
        work.add(village::proposed);
        assertThat(refusedOf(work)).containsOnly("PROPOSALS_TOO_MANY").hasSize(AT_ONCE + 1 - LEFT);
    }

    @EveryDatabase
    void drafts(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        Callable<?> save = () -> village.save.save(member(1), village.ids.newId(), draft(Village.PAY));
        for (int made = LEFT; made < SaveDraft.MOST; made++) {
            save.call();
        }
        assertThat(refusedOf(save)).containsOnly("DRAFTS_TOO_MANY").hasSize(AT_ONCE - LEFT);
    }

    @EveryDatabase
    void requestsFromOutside(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        Callable<?> ask = () -> village.ask.ask(person(9), village.ids.newId(), POOL.id(), "");
        for (int made = LEFT; made < Restraint.MOST_OF_OTHERS; made++) {
            ask.call();
        }
        assertThat(refusedOf(ask)).containsOnly("PROPOSALS_TOO_MANY").hasSize(AT_ONCE - LEFT);
    }

    @EveryDatabase
    void commentsAndThoseWhomTheyCall(TestDatabase db) throws Exception {
        Village village = new Village(db, 5);
        village.people(5);
        UUID id = village.proposed().id();
        Callable<?> say = () -> village.say(1, village.ids.newId(), id, Optional.empty(), "@Person 2, look");
        for (int made = LEFT; made < Restraint.MOST_CALLING; made++) {
            say.call();
        }
        assertThat(refusedOf(say)).isEmpty();
        assertThat(village.told).hasSize(Restraint.MOST_CALLING);
        for (int made = Restraint.MOST_CALLING - LEFT + AT_ONCE; made < Restraint.MOST_COMMENTS - LEFT; made++) {
            say.call();
        }
        assertThat(refusedOf(say)).containsOnly("COMMENTS_TOO_MANY").hasSize(AT_ONCE - LEFT);
    }

    @EveryDatabase
    void tokens(TestDatabase db) throws Exception {
        Village village = new Village(db, 1);
        village.people(1);
        IdentityStore people = db.store(SqlIdentityStore.class);
        MakeToken tokens = new MakeToken(db.transactions(), people, village.ids, village.clock, LEFT);
        Callable<ApiToken> make =
                () -> tokens.make(member(1), "Phone", Set.of(Scope.READ)).token();
        assertThat(refusedOf(make)).containsOnly("TOO_MANY_TOKENS").hasSize(AT_ONCE - LEFT);
    }

    private static List<String> refusedOf(Callable<?> work) throws Exception {
        List<Callable<?>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            all.add(work);
        }
        return refusedOf(all);
    }

    /** What they are refused with that are; all begin at the same moment. */
    static List<String> refusedOf(List<Callable<?>> all) throws Exception {
        CyclicBarrier together = new CyclicBarrier(all.size());
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<Optional<String>>> answers = new ArrayList<>();
            for (Callable<?> work : all) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return refusal(work);
                }));
            }
            List<String> refused = new ArrayList<>();
            for (Future<Optional<String>> answer : answers) {
                answer.get().ifPresent(refused::add);
            }
            return refused;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<String> refusal(Callable<?> work) throws Exception {
        try {
            work.call();
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
