package coop.pools.notify;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.notify.NoticeStore.Told;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What has been told to the caller; nobody reads another's. */
public final class ReadNotices {
    private final NoticeStore store;

    public ReadNotices(NoticeStore store) {
        this.store = store;
    }

    /**
     * Notices told before that moment, the newest first.
     *
     * @throws coop.pools.kernel.Refused SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public List<Told> before(Caller caller, Instant before, int limit) {
        return store.before(caller.require(Scope.READ), before, limit);
    }

    /** What has not been read, the newest first; nothing for guests. */
    public Unread unread(Caller caller, int limit) {
        return caller.reader().map(person -> unread(person, limit)).orElse(new Unread(List.of(), 0));
    }

    private Unread unread(UUID person, int limit) {
        List<Told> newest = store.unread(person, limit);
        return new Unread(newest, newest.size() < limit ? newest.size() : store.countUnread(person));
    }

    /** The newest unread notices and how many there are in all. */
    public record Unread(List<Told> newest, long count) {
        public Unread {
            newest = List.copyOf(newest);
        }
    }
}
