package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What actions are about, by name: for choosing when a proposal is written and for showing it later. Implemented above
 * governance.
 */
public interface ActionSubjects {
    /** Whom the body can pay, by name, at most 200; may be empty. */
    List<Subject> payees(BodyRef body);

    /** A payee of any body; empty when there is none. */
    Optional<Subject> payee(UUID id);

    /** Floods that a Pool could join, by name, at most 200; empty for a Flood. */
    List<Subject> floodsToJoin(BodyRef pool);

    /** Floods that a Pool is in, by name, at most 200; empty for a Flood. */
    List<Subject> floodsJoined(BodyRef pool);

    /** A member's name; of stewards it is public. */
    String person(UUID id);

    /** Members who could be named as stewards, by number, at most 200; empty for a Flood. */
    List<Subject> mayBeStewards(BodyRef body);

    /** Members to choose from, by number, at most 200; empty for a Flood. */
    default List<Subject> members(BodyRef body) {
        return mayBeStewards(body);
    }

    /** The stewards of a Pool, at most 50; empty for a Flood. */
    List<Subject> stewards(BodyRef body);

    /** Pages about a proposal besides its own, for example its receipts and its payout; may be empty. */
    List<Link> links(UUID proposal);

    /** Where to read more. */
    record Link(String label, String text, String path) {}

    /** Buckets, open and closed, in the order of their opening. */
    List<BucketChoice> buckets(BodyRef body);

    /** A bucket; {@code note} says what is in it. */
    record BucketChoice(String slug, String name, String note, boolean open) {}

    /**
     * Something to choose.
     *
     * @param note a few words beside the name; may be empty
     */
    record Subject(UUID id, String name, String note) {}
}
