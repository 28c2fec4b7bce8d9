package coop.pools.kernel;

import java.util.Map;
import java.util.UUID;

/** Where features leave word for people: shown when they next look, and sent on where that is set up. */
public interface Notices {
    /**
     * Leaves word inside the present transaction. Doing it twice with the same id tells it once.
     *
     * @param id follows from what is told, so that a repetition is recognised
     */
    void tell(UUID id, UUID person, Notice notice);

    /**
     * What to say.
     *
     * @param kind names the sentence {@code notice.KIND} in the feature's messages, for example {@code REFUND_PAID}
     * @param facts fill the sentence's gaps: texts, whole numbers, {@link Money}, and references to Pools
     *     and Floods or lists of them, which are told by their names; no secrets
     * @param path where to read more, for example {@code /contributions/...}
     */
    record Notice(String kind, Map<String, Object> facts, String path) {}
}
