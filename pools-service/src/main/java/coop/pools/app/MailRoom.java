package coop.pools.app;

import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.Bodies;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.ReadUndecided;
import coop.pools.identity.ReadPeople;
import coop.pools.integrations.mail.MailServer;
import coop.pools.integrations.mail.smtp.SmtpMailServer;
import coop.pools.integrations.mail.smtp.SmtpSettings;
import coop.pools.kernel.DueWork;
import coop.pools.ledger.Freezes;
import coop.pools.notify.AddressStore;
import coop.pools.notify.ChooseVolume;
import coop.pools.notify.ConfirmAddress;
import coop.pools.notify.Desk;
import coop.pools.notify.FeedStore;
import coop.pools.notify.GiveAddress;
import coop.pools.notify.MailDesk;
import coop.pools.notify.MailStore;
import coop.pools.notify.MakeDigests;
import coop.pools.notify.MakeFeed;
import coop.pools.notify.QueueMail;
import coop.pools.notify.ReadCalendar;
import coop.pools.notify.ReadMail;
import coop.pools.notify.RemoveAddress;
import coop.pools.notify.SendMail;
import coop.pools.notify.TellOfHearings;
import coop.pools.notify.TellOfRounds;
import coop.pools.notify.TellOfStops;
import coop.pools.notify.TellOfVotes;
import coop.pools.notify.WriteLetter;
import coop.pools.notify.sql.SqlFeedStore;
import coop.pools.notify.sql.SqlHearingWordStore;
import coop.pools.notify.sql.SqlRoundWordStore;
import coop.pools.notify.sql.SqlStopWordStore;
import coop.pools.notify.sql.SqlVoteWordStore;
import coop.pools.notify.web.CalendarActs;
import coop.pools.notify.web.CalendarApi;
import coop.pools.notify.web.CalendarFeeds;
import coop.pools.notify.web.MailActs;
import coop.pools.notify.web.MailApi;
import coop.pools.notify.web.MailPages;
import coop.pools.platform.db.OutsideCalls;
import coop.pools.platform.mail.MailTemplates;
import coop.pools.platform.web.InstantText;
import coop.pools.round.ReadRounds;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import io.dropwizard.servlets.tasks.Task;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Mail, and calendars. */
final class MailRoom {
    /** In the order in which one makes the next one due. */
    final List<DueWork> works = new ArrayList<>();

    private final Foundation foundation;
    private final Around around;
    private final MailDesk desk;
    private final CalendarActs calendar;

    /**
     * @param bodiesOf the Pools and Floods that a person belongs to
     * @param leaveFirst whether members may leave with a share before that proposal is carried out
     */
    record Around(
            NoticeRoom notices,
            Bodies bodies,
            Function<UUID, List<Bodies.Body>> bodiesOf,
            ReadPeople people,
            ReadProposals proposals,
            ReadUndecided undecided,
            ReadRounds rounds,
            PeopleOfMembers membersOfFloods,
            Predicate<UUID> leaveFirst,
            Freezes freezes) {}

    MailRoom(Foundation foundation, PoolsConfiguration configuration, OutsideCalls guard, Around around) {
        this.foundation = foundation;
        this.around = around;
        var transactions = foundation.transactions();
        var clock = foundation.clock();
        AddressStore addresses = around.notices.addresses;
        MailStore mail = around.notices.mail;
        Optional<QueueMail> queue = around.notices.queue;
        desk = new MailDesk(transactions, addresses, mail, queue, around.bodiesOf, clock);
        works.add(TellOfVotes.work(
                transactions,
                foundation.store(SqlVoteWordStore.class),
                new TellOfVotes.Votes(
                        around.undecided,
                        around.proposals,
                        new TellOfVotes.Leaving(around.leaveFirst, around.membersOfFloods, around.bodies)),
                new TellOfVotes.Telling(around.notices.notices, addresses),
                clock));
        works.add(TellOfRounds.work(
                transactions,
                foundation.store(SqlRoundWordStore.class),
                around.rounds,
                new TellOfVotes.Telling(around.notices.notices, addresses),
                clock));
        works.add(TellOfHearings.work(
                transactions,
                foundation.store(SqlHearingWordStore.class),
                new TellOfHearings.Hearings(around.undecided, around.membersOfFloods),
                around.notices.notices,
                clock));
        works.add(TellOfStops.work(
                transactions,
                foundation.store(SqlStopWordStore.class),
                new TellOfStops.Stops(around.freezes, around.bodies, around.membersOfFloods),
                around.notices.notices,
                clock));
        queue.ifPresent(waiting -> {
            SmtpSettings settings = SmtpSettings.of(
                    configuration.getMail().smtpUrl(), configuration.getMail().from(configuration.publicUri()));
            MailServer server = guard.guarded(MailServer.class, new SmtpMailServer(settings));
            WriteLetter write = new WriteLetter(
                    addresses,
                    mail,
                    around.people,
                    words(),
                    new WriteLetter.Sender(foundation.publicUrl(), foundation.ids()));
            works.add(new MakeDigests(transactions, addresses, mail, waiting, clock));
            works.add(new SendMail(transactions, mail, write, server, clock));
        });
        FeedStore feeds = foundation.store(SqlFeedStore.class);
        calendar = new CalendarActs(
                new ReadCalendar(around.proposals, around.rounds, around.bodies, feeds, around.bodiesOf),
                new MakeFeed(transactions, feeds, foundation.ids(), clock));
    }

    private Desk words() {
        MailTemplates templates = new MailTemplates();
        return new Desk() {
            @Override
            public String sentence(String name, Map<String, Object> facts) {
                return foundation.sentences().filled(name, name, facts);
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
    }

    /** For operators. */
    Task asideTask() {
        return new MailAsideTask(foundation.transactions(), around.notices.mail, foundation.ids(), foundation.clock());
    }

    void register(JerseyEnvironment jersey) {
        MailActs acts = new MailActs(
                new ReadMail(desk),
                new GiveAddress(desk),
                new ConfirmAddress(desk),
                new RemoveAddress(desk),
                new ChooseVolume(desk));
        jersey.register(new MailApi(acts, around.bodies));
        jersey.register(new MailPages(foundation.pages(), acts, around.bodies, calendar));
        jersey.register(new CalendarApi(calendar, foundation.publicUrl()));
        jersey.register(new CalendarFeeds(calendar.read(), foundation.publicUrl(), foundation.clock()));
    }
}
