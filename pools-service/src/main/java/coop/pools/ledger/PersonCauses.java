package coop.pools.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What in the books is about a person; the ledger itself knows causes by their ids only. */
public interface PersonCauses {
    /** The ids of causes by the books in which they may stand. */
    Map<UUID, List<UUID>> of(UUID person);

    /** Takes the person's name from where later entries about the same causes would get it. */
    void forgetName(UUID person);
}
