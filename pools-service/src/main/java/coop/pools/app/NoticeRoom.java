package coop.pools.app;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Question;
import coop.pools.notify.AddressStore;
import coop.pools.notify.MailStore;
import coop.pools.notify.MarkNoticesRead;
import coop.pools.notify.NoticeStore;
import coop.pools.notify.QueueMail;
import coop.pools.notify.ReadNotices;
import coop.pools.notify.TellPeople;
import coop.pools.notify.sql.SqlAddressStore;
import coop.pools.notify.sql.SqlMailStore;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.notify.web.NoticePages;
import coop.pools.notify.web.NoticesApi;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Word for people. */
final class NoticeRoom {
    final Notices notices;
    final ReadNotices readNotices;
    final AddressStore addresses;
    final MailStore mail;
    /** Empty where no mail server is set up. */
    final Optional<QueueMail> queue;

    private final MarkNoticesRead markRead;
    private final Foundation foundation;

    NoticeRoom(Foundation foundation, Bodies bodies, boolean mails) {
        this.foundation = foundation;
        NoticeStore store = foundation.store(SqlNoticeStore.class);
        addresses = foundation.store(SqlAddressStore.class);
        mail = foundation.store(SqlMailStore.class);
        queue = mails ? Optional.of(new QueueMail(addresses, mail, foundation.ids())) : Optional.empty();
        // Many payments of one Pool in one transaction ask for its name once.
        Question<BodyRef, String> names = new Question<>(
                foundation.transactions(),
                asked -> asked.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), body -> bodies.read(body).name())));
        notices = new TellPeople(
                store,
                notice -> foundation
                        .sentences()
                        .filled("notice." + notice.kind(), notice.kind(), named(names, notice.facts())),
                foundation.clock(),
                queue);
        readNotices = new ReadNotices(store);
        markRead = new MarkNoticesRead(foundation.transactions(), store, foundation.clock());
    }

    private static Map<String, Object> named(Question<BodyRef, String> names, Map<String, Object> facts) {
        Map<String, Object> told = new HashMap<>(facts);
        told.replaceAll((name, fact) -> {
            if (fact instanceof BodyRef body) {
                return names.of(body).orElseThrow();
            }
            return fact instanceof List<?> several && !several.isEmpty() && several.get(0) instanceof BodyRef first
                    ? names.of(first).orElseThrow()
                            + (several.size() == 1 ? "" : " and " + (several.size() - 1) + " more")
                    : fact;
        });
        return told;
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new NoticePages(foundation.pages(), readNotices, markRead));
        jersey.register(new NoticesApi(readNotices));
    }
}
