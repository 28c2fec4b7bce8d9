package coop.pools.treasury;

import coop.pools.treasury.InboxStore.SetAside;
import coop.pools.treasury.InboxStore.Unapplied;
import java.util.List;

/** What became of the processor's events. */
public final class ReadInbox {
    private static final int MOST = 500;

    private final InboxStore inbox;

    public ReadInbox(InboxStore inbox) {
        this.inbox = inbox;
    }

    /** For operators: what they have to look at, the newest first; at most 500. */
    public List<SetAside> setAside() {
        return inbox.setAside(MOST);
    }

    /** For everybody: how many events wait or were set aside. At most one of each state; empty when there are none. */
    public List<Unapplied> unapplied() {
        return inbox.unapplied();
    }
}
