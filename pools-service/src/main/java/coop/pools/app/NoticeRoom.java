package coop.pools.app;

import coop.pools.kernel.Notices;
import coop.pools.notify.MarkNoticesRead;
import coop.pools.notify.NoticeStore;
import coop.pools.notify.ReadNotices;
import coop.pools.notify.TellPeople;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.notify.web.NoticePages;
import coop.pools.notify.web.NoticesApi;
import io.dropwizard.jersey.setup.JerseyEnvironment;

/** Word for people. */
final class NoticeRoom {
    final Notices notices;
    final ReadNotices readNotices;
    private final MarkNoticesRead markRead;
    private final Foundation foundation;

    NoticeRoom(Foundation foundation) {
        this.foundation = foundation;
        NoticeStore store = foundation.store(SqlNoticeStore.class);
        notices = new TellPeople(
                store,
                notice -> foundation.sentences().filled("notice." + notice.kind(), notice.kind(), notice.facts()),
                foundation.clock());
        readNotices = new ReadNotices(store);
        markRead = new MarkNoticesRead(foundation.transactions(), store, foundation.clock());
    }

    void register(JerseyEnvironment jersey) {
        jersey.register(new NoticePages(foundation.pages(), readNotices, markRead));
        jersey.register(new NoticesApi(readNotices));
    }
}
