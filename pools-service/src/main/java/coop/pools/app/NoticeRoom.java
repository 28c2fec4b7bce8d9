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
    /** So many Pools of one payment are named. */
    private static final int MOST_NAMES = 3;

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

    /** A few by name; of more than that the first, and how many others. */
    private static String together(List<String> names, int of) {
        int last = names.size() - 1;
        if (of > MOST_NAMES) {
            return names.get(0) + " and " + (of - 1) + " more";
        }
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static Map<String, Object> named(Question<BodyRef, String> names, Map<String, Object> facts) {
        Map<String, Object> told = new HashMap<>(facts);
        told.replaceAll((name, fact) -> {
            if (fact instanceof BodyRef body) {
                return names.of(body).orElseThrow();
            }
            return fact instanceof List<?> several
                            && !several.isEmpty()
                            && several.stream().allMatch(BodyRef.class::isInstance)
                    ? together(
                            several.stream()
                                    .map(BodyRef.class::cast)
                                    .limit(MOST_NAMES)
                                    .map(body -> names.of(body).orElseThrow())
                                    .toList(),
                            several.size())
                    : fact;
        });
        return told;
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new NoticePages(foundation.pages(), readNotices, markRead));
        jersey.register(new NoticesApi(readNotices));
    }
}
