package coop.pools.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.ReadPeople;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.integrations.mail.Letter;
import coop.pools.integrations.mail.MailFailure;
import coop.pools.integrations.mail.MailFailure.Kind;
import coop.pools.integrations.mail.MailServer;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices.Notice;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Secrets;
import coop.pools.notify.domain.Volume;
import coop.pools.notify.sql.SqlAddressStore;
import coop.pools.notify.sql.SqlMailStore;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.platform.mail.MailTemplates;
import coop.pools.platform.web.InstantText;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

class MailingTest {
    private static final BodyRef GAMES = BodyRef.pool(new UUID(1, 1));
    private static final BodyRef BOOKS = BodyRef.pool(new UUID(1, 2));

    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());

    @EveryDatabase
    void whoWantsADigestGetsOneADayWithWhatTheyHaveNotRead(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.DIGEST);
        for (int i = 0; i < 60; i++) {
            post.tell(ana, "NEWS", GAMES);
        }
        post.work();
        assertThat(post.sent).as("it is noon, the digest goes in the morning").isEmpty();
        clock.advance(Duration.ofHours(19));
        post.work();
        assertThat(post.sent).hasSize(1);
        assertThat(post.sent.get(0).subject()).isEqualTo("mail.subject.digest 60");
        assertThat(post.sent.get(0).text().split("NEWS", -1)).hasSize(51);
        assertThat(post.sent.get(0).text()).contains("And 10 more");
        post.tell(ana, "NEWS", BOOKS);
        clock.advance(Duration.ofHours(23));
        post.work();
        assertThat(post.sent).hasSize(1);
        tellOfVotes(post, ana);
        clock.advance(Duration.ofHours(1));
        post.work();
        assertThat(post.sent.get(1).subject()).isEqualTo("mail.subject.digest 3");
        assertThat(post.sent.get(1).text())
                .as("what is over is not announced")
                .contains("VOTE_PASSED", "VOTE_OPENED", "/proposals/two", "NEWS")
                .doesNotContain("VOTE_REMINDER");
        post.tell(ana, "NEWS", BOOKS);
        new MarkNoticesRead(db.transactions(), post.notices, clock).mark(Caller.of(ana), clock.instant());
        clock.advance(Duration.ofHours(72));
        post.work();
        assertThat(post.sent).as("all was read").hasSize(2);
    }

    /** One vote that is over, and one that goes on. */
    private void tellOfVotes(PostOffice post, UUID person) {
        for (String told : List.of("VOTE_OPENED one", "VOTE_REMINDER one", "VOTE_PASSED one", "VOTE_OPENED two")) {
            String[] parts = told.split(" ");
            Notice notice = new Notice(parts[0], Map.of("body", GAMES), "/proposals/" + parts[1]);
            post.tell.tell(ids.newId(), person, notice);
        }
    }

    @EveryDatabase
    void eachPoolIsAsLoudAsItsMembersWant(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.NOTHING);
        post.choose.of(Caller.of(ana), GAMES.id(), Volume.EVERYTHING);
        post.choose.of(Caller.of(ana), BOOKS.id(), Volume.WAITING);
        post.tell(ana, "NEWS", GAMES);
        post.tell(ana, "NEWS", BOOKS);
        post.tell(ana, "VOTE_REMINDER", BOOKS);
        post.tell(ana, "VOTE_REMINDER", BodyRef.pool(new UUID(1, 3)));
        post.work();
        assertThat(post.sent).extracting(Letter::subject).containsExactlyInAnyOrder("NEWS", "VOTE_REMINDER");
        assertThatThrownBy(() -> post.choose.of(Caller.of(ana), new UUID(1, 3), Volume.DIGEST))
                .as("not a member there")
                .isInstanceOf(Refused.class);
        clock.advance(Duration.ofDays(2));
        post.work();
        assertThat(post.sent).hasSize(2);
    }

    @EveryDatabase
    void aVoteThatTheDigestWouldMissIsMailedAtOnce(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.DIGEST);
        Map<String, Object> soon =
                Map.of("body", GAMES, "closesAt", clock.instant().plus(Duration.ofHours(20)));
        post.tell.tell(ids.newId(), ana, new Notice("VOTE_REMINDER", soon, "/"));
        Map<String, Object> later =
                Map.of("body", GAMES, "closesAt", clock.instant().plus(Duration.ofHours(48)));
        post.tell.tell(ids.newId(), ana, new Notice("VOTE_OPENED", later, "/"));
        post.work();
        assertThat(post.sent).extracting(Letter::subject).containsExactly("VOTE_REMINDER");
    }

    @EveryDatabase
    void mailIsUndoneWithWhatItTellsAndNobodyUnverifiedGetsAny(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.EVERYTHING);
        UUID ben = post.person("Ben");
        post.give.give(Caller.of(ben), "ben@example.org");
        post.work();
        assertThat(post.sent).extracting(Letter::to).containsExactly("ben@example.org");
        assertThatThrownBy(() -> db.transactions().inTransaction(() -> {
                    post.tell(ana, "LOST", GAMES);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        post.tell(ben, "NEWS", GAMES);
        UUID once = ids.newId();
        for (int i = 0; i < 2; i++) {
            post.tell.tell(once, ana, new Notice("ONCE", Map.of("body", GAMES), "/"));
        }
        post.work();
        assertThat(post.sent).extracting(Letter::subject).endsWith("ONCE").hasSize(2);
        for (int i = 0; i < 4; i++) {
            post.give.give(Caller.of(ben), "ben" + i + "@example.org");
        }
        assertThatThrownBy(() -> post.give.give(Caller.of(ben), "ben9@example.org"))
                .as("nobody is pestered")
                .isInstanceOf(Refused.class);
    }

    @EveryDatabase
    void whatFailsIsTriedAgainEverMoreSeldomAndThenSetAside(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.EVERYTHING);
        post.tell(ana, "NEWS", GAMES);
        post.answers.add(Kind.LATER);
        post.work();
        post.work();
        assertThat(post.tried).as("not before a minute has passed").hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        post.work();
        assertThat(post.sent).hasSize(1);
        assertThat(post.tried)
                .extracting(Letter::messageId)
                .containsOnly(post.sent.get(0).messageId());
        post.tell(ana, "BOUNCES", GAMES);
        post.answers.add(Kind.REFUSED);
        post.work();
        clock.advance(Duration.ofDays(3));
        post.work();
        assertThat(post.tried).as("a refusal for good is final").hasSize(3);
        MailStore.Aside refused = post.mail.setAside(10).get(0);
        assertThat(refused.personId()).isEqualTo(ana);
        assertThat(refused.problem()).isNotEmpty();
        byte[] hash = Secrets.hash("new-secret");
        assertThat(post.mail.sendAgain(refused.id(), "new-secret", hash, clock.instant()))
                .isEqualTo(1);
        assertThat(post.mail.sendAgain(refused.id(), "new-secret", hash, clock.instant()))
                .isZero();
        post.work();
        assertThat(post.tried).as("an operator had it sent again").hasSize(4);
        assertThat(post.mail.setAside(10)).isEmpty();
        post.tell(ana, "NEVER", GAMES);
        for (int i = 0; i < 30; i++) {
            post.answers.add(Kind.UNREACHABLE);
            post.work();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(post.tried).hasSize(4 + 8);
    }

    @EveryDatabase
    void aCrashSendsItOnceMoreUnderTheSameIdAndTwoNodesSendItOnce(TestDatabase db) throws Exception {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.EVERYTHING);
        post.tell(ana, "NEWS", GAMES);
        post.crashes = true;
        assertThatThrownBy(post::work).isInstanceOf(IllegalStateException.class);
        post.crashes = false;
        post.work();
        assertThat(post.tried).as("leased").hasSize(1);
        clock.advance(Duration.ofMinutes(11));
        post.work();
        assertThat(post.sent).hasSize(1);
        assertThat(post.tried.get(0).messageId()).isEqualTo(post.sent.get(0).messageId());
        assertThat(post.tried.get(0).unsubscribe()).isEqualTo(post.sent.get(0).unsubscribe());
        for (int i = 0; i < 40; i++) {
            post.tell(ana, "N" + i, GAMES);
        }
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SendMail node = post.sender();
            nodes.add(new Thread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                node.run(100);
            }));
        }
        nodes.forEach(Thread::start);
        go.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        post.work();
        assertThat(post.sent)
                .extracting(Letter::messageId)
                .doesNotHaveDuplicates()
                .hasSize(41);
    }

    @EveryDatabase
    void theLinkInAMailEndsWhatItIsAboutAndNothingElse(TestDatabase db) {
        PostOffice post = new PostOffice(db);
        UUID ana = post.verified("Ana", Volume.EVERYTHING);
        post.tell(ana, "NEWS", GAMES);
        post.work();
        String secret = post.sent.get(0).unsubscribe().orElseThrow().getPath().replaceAll(".*/", "");
        post.tell(ana, "WAITS", GAMES);
        assertThat(post.choose.end(secret)).isTrue();
        assertThat(post.choose.end(secret)).isTrue();
        assertThat(post.choose.end("x")).isFalse();
        post.tell(ana, "QUIET", GAMES);
        post.tell(ana, "LOUD", BOOKS);
        post.work();
        assertThat(post.sent).extracting(Letter::subject).containsExactly("NEWS", "LOUD");
        new RemoveAddress(post.desk).remove(Caller.of(ana));
        post.tell(ana, "GONE", BOOKS);
        post.work();
        assertThat(post.choose.end(secret)).isTrue();
        assertThat(post.sent).hasSize(2);
    }

    /** The outbox of one node, with a mail server that does as it is told. */
    private final class PostOffice {
        final TestDatabase db;
        final NoticeStore notices;
        final AddressStore addresses;
        final MailStore mail;
        final TellPeople tell;
        final MailDesk desk;
        final ChooseVolume choose;
        final GiveAddress give;
        final List<Letter> tried = Collections.synchronizedList(new ArrayList<>());
        final List<Letter> sent = Collections.synchronizedList(new ArrayList<>());
        final Deque<Kind> answers = new ArrayDeque<>();
        private final MakeDigests digests;
        private final SendMail sender;
        private boolean crashes;

        PostOffice(TestDatabase db) {
            this.db = db;
            notices = db.store(SqlNoticeStore.class);
            addresses = db.store(SqlAddressStore.class);
            mail = db.store(SqlMailStore.class);
            QueueMail queue = new QueueMail(addresses, mail, ids);
            tell = new TellPeople(notices, Notice::kind, clock, Optional.of(queue));
            desk = new MailDesk(
                    db.transactions(),
                    addresses,
                    mail,
                    Optional.of(queue),
                    person -> List.of(
                            new coop.pools.governance.Bodies.Body(GAMES, "Games", "games", "EUR"),
                            new coop.pools.governance.Bodies.Body(BOOKS, "Books", "books", "EUR")),
                    clock);
            choose = new ChooseVolume(desk);
            give = new GiveAddress(desk);
            digests = new MakeDigests(db.transactions(), addresses, mail, queue, clock);
            sender = sender();
        }

        SendMail sender() {
            ReadPeople people = new ReadPeople(db.store(SqlIdentityStore.class), clock);
            MailTemplates templates = new MailTemplates();
            Desk words = new Desk() {
                @Override
                public String sentence(String name, Map<String, Object> facts) {
                    return name + " " + facts.getOrDefault("count", "");
                }

                @Override
                public String timesIn(ZoneId zone, String text) {
                    return InstantText.in(zone, text);
                }

                @Override
                public Parts parts(String template, Map<String, Object> model) {
                    return new Parts(
                            templates.filled(template + ".ftl", model), templates.filled(template + ".ftlh", model));
                }
            };
            WriteLetter write = new WriteLetter(
                    addresses, mail, people, words, new WriteLetter.Sender(URI.create("https://pools.example"), ids));
            MailServer server = this::take;
            return new SendMail(db.transactions(), mail, write, server, clock);
        }

        private void take(Letter letter) throws MailFailure {
            tried.add(letter);
            if (crashes) {
                throw new IllegalStateException("crash");
            }
            Kind answer = answers.poll();
            if (answer != null) {
                throw new MailFailure(answer, "as told", null);
            }
            sent.add(letter);
        }

        void work() {
            digests.run(100);
            sender.run(100);
            answers.clear();
        }

        void tell(UUID person, String kind, BodyRef body) {
            tell.tell(ids.newId(), person, new Notice(kind, Map.of("body", body), "/notices"));
        }

        UUID person(String name) {
            Person person = new Person(ids.newId(), name, clock.instant());
            db.transactions()
                    .inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
            return person.id();
        }

        UUID verified(String name, Volume volume) {
            UUID person = person(name);
            db.transactions().inTransaction(() -> {
                addresses.insert(person, name + "@example.org", clock.instant(), volume.word());
                addresses.setCode(person, new byte[32], clock.instant().plusSeconds(60));
                assertThat(addresses.verify(person, new byte[32], clock.instant()))
                        .isEqualTo(1);
            });
            return person;
        }
    }
}
