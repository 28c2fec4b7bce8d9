package coop.pools.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.ReadMembers;
import coop.pools.pool.domain.Pool;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class FoundPoolTest {
    @EveryDatabase
    void oneClickMakesThePoolItsBylawsItsBookAndItsFirstMember(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        assertThat(pool.slug()).isEqualTo("tuesday-board-games");
        assertThat(pool.name()).isEqualTo("Tuesday Board Games");
        assertThat(town.bylaws.current(pool.id()).text()).contains("Tuesday Board Games");
        assertThat(town.ledger.balances(pool.id()).available()).isEqualTo(Money.zero(Town.EUR));
        assertThat(town.members.list(ana, pool.id(), 0, 10))
                .extracting(ReadMembers.NamedMember::number, ReadMembers.NamedMember::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "ana"));
        assertThat(town.bylaws.acceptance(pool.id(), ana.person().orElseThrow()))
                .hasValueSatisfying(yes -> assertThat(yes.sha256())
                        .isEqualTo(town.bylaws.current(pool.id()).sha256()));
        assertThat(town.invitations.counts(pool.id()).open()).isEqualTo(11);
        assertThat(town.invitations.counts(pool.id()).joined()).isEqualTo(1);
        assertThat(town.pools.bySlug(pool.slug()).rosterVersion()).isEqualTo(1);
    }

    @EveryDatabase
    void theFounderChoosesNameCurrencyFormAndRules(TestDatabase db) {
        Town town = new Town(db);
        Wish wish = new Wish(
                "sandbox",
                "board-games",
                Optional.of("Würfelkasse"),
                Optional.of("JPY"),
                Optional.of("de_llc"),
                Optional.of("to buy games."),
                Map.of("vote.hours", 72));
        Pool pool = town.foundPool.found(town.person("ana"), town.ids.newId(), wish);
        assertThat(pool)
                .extracting(Pool::slug, Pool::currency, Pool::legalForm)
                .containsExactly("wurfelkasse", "JPY", "de_llc");
        assertThat(town.bylaws.current(pool.id()).rules()).containsEntry("vote.hours", 72);
        assertThat(town.bylaws.current(pool.id()).text()).contains("to buy games.", "72 hours");
    }

    @EveryDatabase
    void theSecondClickIsLedToThePoolThereIs(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        Refused refused = catchThrowableOfType(Refused.class, () -> town.found(ana, "board-games"));
        assertThat(refused.code().name()).isEqualTo("POOL_EXISTS");
        assertThat(refused.facts()).containsEntry("slug", pool.slug());
        assertThat(town.pools.list("", 10)).containsExactly(town.pools.bySlug(pool.slug()));
    }

    @EveryDatabase
    void whatIsNotAllowedLeavesNothingBehind(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        refused(town, town.person("ben"), "board-games", "GROUP_NOT_LED");
        refused(town, ana, "no-such-group", "GROUP_NOT_LED");
        refused(town, Caller.guest("x"), "board-games", "SIGN_IN_REQUIRED");
        Caller reader = Caller.of(ana.person().orElseThrow(), Set.of(Scope.READ));
        refused(town, reader, "board-games", "SCOPE_MISSING");
        refused(town, ana, wish("EUR", "una", Map.of("vote.weight", 2)), "UNKNOWN_RULE");
        refused(town, ana, wish("EUR", "una", Map.of("vote.hours", 1)), "RULE_OUT_OF_RANGE");
        refused(town, ana, wish("XAU", "una", Map.of()), "UNSUPPORTED_CURRENCY");
        refused(town, ana, wish("euro", "una", Map.of()), "UNSUPPORTED_CURRENCY");
        refused(town, ana, wish("EUR", "gmbh", Map.of()), "UNKNOWN_FORM");
        assertThat(town.pools.list("", 10)).isEmpty();
    }

    @EveryDatabase
    void twentyClicksAtOnceMakeOnePool(TestDatabase db) throws Exception {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clicks.add(() -> {
                try {
                    return town.found(ana, "board-games").slug();
                } catch (Refused refused) {
                    return refused.code().name() + " " + refused.facts().get("slug");
                }
            });
        }
        List<String> answers = atOnce(clicks);
        assertThat(answers).filteredOn("tuesday-board-games"::equals).hasSize(1);
        assertThat(answers)
                .filteredOn("POOL_EXISTS tuesday-board-games"::equals)
                .hasSize(19);
        assertThat(town.pools.list("", 10)).hasSize(1);
        town.readRosters();
        assertThat(town.invitations.counts(town.pools.list("", 1).get(0).id()).all())
                .isEqualTo(12);
    }

    @EveryDatabase
    void groupsOfTheSameNameGetPoolsOfTheirOwnAtOnce(TestDatabase db) throws Exception {
        Town town = new Town(db);
        List<Callable<String>> clicks = new ArrayList<>();
        for (String leader : List.of("ana", "ben", "chi", "dee", "eli", "fay")) {
            Caller caller = town.person(leader);
            UUID upload = upload(town, caller, "Cooks", "name\nSol\nTam\n");
            clicks.add(() -> town.foundPool
                    .found(caller, town.ids.newId(), Wish.plain("csv", upload.toString()))
                    .slug());
        }
        assertThat(atOnce(clicks))
                .containsExactlyInAnyOrder("cooks", "cooks-2", "cooks-3", "cooks-4", "cooks-5", "cooks-6");
    }

    @EveryDatabase
    void anUploadedListBecomesAPoolOnceAndForItsUploaderOnly(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        UUID upload = upload(town, ana, "Ready to cook", "name,email\nSol,sol@example.org\nTam,\n");
        Wish wish = Wish.plain("csv", upload.toString());
        assertThatThrownBy(() -> town.foundPool.found(town.person("ben"), town.ids.newId(), wish))
                .hasMessage("NOT_FOUND");
        Pool pool = town.foundPool.found(ana, town.ids.newId(), wish);
        assertThat(pool.slug()).isEqualTo("ready-to-cook");
        assertThat(town.invitations.counts(pool.id()).open()).isEqualTo(2);
        assertThatThrownBy(() -> town.foundPool.found(ana, town.ids.newId(), wish))
                .hasMessage("POOL_EXISTS");
        assertThatThrownBy(() -> town.foundPool.found(town.person("ben"), town.ids.newId(), wish))
                .hasMessage("NOT_FOUND");
        assertThat(town.forgetUploads.run(10)).isEqualTo(1);
        assertThat(town.uploadStore.rowsAfter(upload, 0, 10)).isEmpty();
    }

    private static UUID upload(Town town, Caller caller, String name, String csv) {
        UUID id = town.ids.newId();
        town.stageCsv.stage(caller, id, name, csv.getBytes(StandardCharsets.UTF_8));
        return id;
    }

    private static Wish wish(String currency, String form, Map<String, Object> rules) {
        return new Wish(
                "sandbox",
                "board-games",
                Optional.empty(),
                Optional.of(currency),
                Optional.of(form),
                Optional.empty(),
                rules);
    }

    private static void refused(Town town, Caller caller, String group, String code) {
        refused(town, caller, Wish.plain("sandbox", group), code);
    }

    private static void refused(Town town, Caller caller, Wish wish, String code) {
        assertThatThrownBy(() -> town.foundPool.found(caller, town.ids.newId(), wish))
                .hasMessage(code);
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            results.add(done.get());
        }
        threads.shutdown();
        return results;
    }
}
