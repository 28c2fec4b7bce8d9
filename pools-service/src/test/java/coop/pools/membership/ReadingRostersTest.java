package coop.pools.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.pools.founding.Town;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.membership.domain.ImportState;
import coop.pools.membership.domain.RosterImport;
import coop.pools.pool.domain.Pool;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

class ReadingRostersTest {
    @EveryDatabase
    void fiftyThousandPeopleAreInvitedInTheBackground(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "city-makers");
        assertThat(latest(town, pool).readCount()).isEqualTo(5_000);
        assertThat(latest(town, pool).state()).isEqualTo(ImportState.RUNNING);
        assertThat(latest(town, pool).total()).contains(50_000);
        long begin = System.nanoTime();
        town.readRosters();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
        assertThat(latest(town, pool).state()).isEqualTo(ImportState.DONE);
        assertThat(town.invitations.counts(pool.id())).isEqualTo(new ReadInvitations.Counts(49_999, 1, 0));
    }

    @EveryDatabase
    void severalWorkersAtOnceInviteEverybodyOnce(TestDatabase db) throws Exception {
        Town town = new Town(db);
        town.source.failWith(TroubledSource.ANSWER);
        town.source.failWith(new SourceFailure(Kind.UNAVAILABLE, "no answer"));
        Pool pool = town.found(town.person("ana"), "riverside-runners");
        town.clock.advance(Duration.ofMinutes(1));
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(() -> town.continueImports.run(10));
        }
        JoiningTest.atOnce(workers);
        town.readRosters();
        assertThat(latest(town, pool).readCount()).isEqualTo(300);
        assertThat(town.invitations.counts(pool.id()).all()).isEqualTo(300);
    }

    @EveryDatabase
    void whenTheSourceWantsAPauseItGetsOne(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Instant retryAt = town.clock.instant().plusSeconds(90);
        town.source.failWith(TroubledSource.ANSWER);
        town.source.failWith(TroubledSource.ANSWER);
        town.source.failWith(new SourceFailure(Kind.RATE_LIMITED, "slow down", Optional.of(retryAt), null));
        Pool pool = town.found(ana, "riverside-runners");
        assertThat(latest(town, pool).readCount()).isEqualTo(100);
        assertThat(latest(town, pool).problem()).contains("SOURCE_RATE_LIMITED");
        assertThat(latest(town, pool).nextAt()).isEqualTo(retryAt);
        assertThat(town.continueImports.run(10)).isZero();
        town.clock.advance(Duration.ofSeconds(91));
        town.readRosters();
        assertThat(latest(town, pool).state()).isEqualTo(ImportState.DONE);
        assertThat(latest(town, pool).problem()).isEmpty();
        assertThat(town.invitations.counts(pool.id()).all()).isEqualTo(300);
    }

    @EveryDatabase
    void aRefusedTokenIsRefreshedOnce(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        town.source.failWith(new SourceFailure(Kind.TOKEN_REFUSED, "expired"));
        assertThat(town.groups.led(ana, "sandbox")).hasSize(3);
        town.source.failWith(new SourceFailure(Kind.TOKEN_REFUSED, "expired"));
        town.source.failWith(new SourceFailure(Kind.TOKEN_REFUSED, "expired"));
        town.clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> town.groups.led(ana, "sandbox")).hasMessage("SOURCE_SIGN_IN_NEEDED");
    }

    @EveryDatabase
    void whatASourceCannotAnswerIsRefusedWithTheTimeToWait(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Instant retryAt = town.clock.instant().plusSeconds(30);
        town.source.failWith(new SourceFailure(Kind.RATE_LIMITED, "slow down", Optional.of(retryAt), null));
        Refused limited = catchThrowableOfType(Refused.class, () -> town.groups.led(ana, "sandbox"));
        assertThat(limited.code()).isEqualTo(MembershipRefusal.SOURCE_RATE_LIMITED);
        assertThat(limited.facts()).containsEntry("retryAfterSeconds", 31L);
        town.source.failWith(new SourceFailure(Kind.UNAVAILABLE, "no answer"));
        assertThatThrownBy(() -> town.groups.led(ana, "sandbox")).hasMessage("SOURCE_UNAVAILABLE");
        assertThatThrownBy(() -> town.groups.led(ana, "elsewhere")).hasMessage("UNKNOWN_SOURCE");
    }

    @EveryDatabase
    void aRosterThatFailsAtFirstComesLaterAndThePoolStandsMeanwhile(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        assertThat(town.groups.ledGroup(ana, "sandbox", "board-games").members())
                .isEqualTo(12);
        town.source.failWith(TroubledSource.ANSWER);
        town.source.failWith(new SourceFailure(Kind.UNAVAILABLE, "no answer"));
        Pool pool = town.found(ana, "board-games");
        assertThat(latest(town, pool).problem()).contains("SOURCE_UNAVAILABLE");
        assertThat(town.invitations.counts(pool.id()).all()).isZero();
        town.clock.advance(Duration.ofMinutes(1));
        town.readRosters();
        assertThat(town.invitations.counts(pool.id()).all()).isEqualTo(12);
    }

    @EveryDatabase
    void thePreviewStoresNothing(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        ReadGroups.Preview preview = town.groups.preview(ana, "sandbox", "city-makers");
        assertThat(preview.total()).isEqualTo(50_000);
        assertThat(preview.first()).hasSize(50);
        assertThat(preview.first().get(0).role()).isEqualTo("organiser");
        assertThatThrownBy(() -> town.groups.preview(town.person("ben"), "sandbox", "city-makers"))
                .hasMessage("GROUP_NOT_LED");
        assertThat(rows(db, "roster_invitation")).isZero();
    }

    @EveryDatabase
    void anUploadIsForItsUploaderAndForADay(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        UUID id = town.ids.newId();
        byte[] csv = "Name;E-Mail\nSol;sol@example.org\n;\nTam;not an address\n".getBytes(StandardCharsets.UTF_8);
        StageCsv.Staged staged = town.stageCsv.stage(ana, id, "  Cooks\u0000 ", csv);
        assertThat(staged.group().members()).isEqualTo(2);
        assertThat(staged.group().name()).isEqualTo("Cooks");
        assertThat(staged.rows().get(0).email()).contains("sol@example.org");
        assertThat(town.stageCsv.stage(ana, id, "Cooks", csv).group()).isEqualTo(staged.group());
        assertThat(rows(db, "csv_upload_row")).isEqualTo(2);
        assertThat(town.groups.led(ana, "csv")).hasSize(1);
        assertThat(town.groups.preview(ana, "csv", id.toString()).notes()).isNotEmpty();
        Caller ben = town.person("ben");
        assertThat(town.groups.led(ben, "csv")).isEmpty();
        assertThatThrownBy(() -> town.groups.preview(ben, "csv", id.toString())).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> town.groups.preview(ana, "csv", "nonsense")).hasMessage("NOT_FOUND");
        town.clock.advance(Duration.ofHours(25));
        assertThatThrownBy(() -> town.groups.preview(ana, "csv", id.toString())).hasMessage("NOT_FOUND");
        assertThat(town.forgetUploads.run(10)).isEqualTo(1);
        assertThat(rows(db, "csv_upload") + rows(db, "csv_upload_row") + rows(db, "csv_upload_note"))
                .isZero();
    }

    @EveryDatabase
    void whatIsNoListOfPeopleIsRefused(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        for (String file : List.of("", "PK\u0003\u0004 workbook", "<html><body>no</body></html>", "a,\"b\nc,d")) {
            assertThatThrownBy(() ->
                            town.stageCsv.stage(ana, town.ids.newId(), "x", file.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> town.stageCsv.stage(
                        ana, town.ids.newId(), "x", "name,email\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
        assertThat(rows(db, "csv_upload")).isZero();
    }

    @EveryDatabase
    void aLargeUploadIsStagedAndInvitedInSeconds(TestDatabase db) {
        Town town = new Town(db);
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < 12_000; i++) {
            csv.append("Person ").append(i).append(",p").append(i).append("@example.org\n");
        }
        Caller ana = town.person("ana");
        UUID id = town.ids.newId();
        long begin = System.nanoTime();
        town.stageCsv.stage(ana, id, "Large", csv.toString().getBytes(StandardCharsets.UTF_8));
        Pool pool = town.foundPool(ana, "csv", id.toString());
        town.readRosters();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
        assertThat(town.invitations.counts(pool.id()).open()).isEqualTo(12_000);
    }

    private static RosterImport latest(Town town, Pool pool) {
        return town.imports.latest(pool.id()).orElseThrow();
    }

    private static int rows(TestDatabase db, String table) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
