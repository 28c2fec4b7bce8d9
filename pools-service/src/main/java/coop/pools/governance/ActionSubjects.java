package coop.pools.governance;

import coop.pools.governance.domain.Action;
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

    /** Floods that a Pool or Flood could join, by name, at most 200. */
    List<Subject> floodsToJoin(BodyRef pool);

    /** Floods that a Pool or Flood is in, by name, at most 200. */
    List<Subject> floodsJoined(BodyRef pool);

    /** Floods that a Flood could become one with, by name, at most 200. */
    default List<Subject> otherFloods(BodyRef flood) {
        return List.of();
    }

    /** Whether it is a Flood to which every Pool belongs by itself. */
    default boolean isCommons(BodyRef body) {
        return false;
    }

    /** Pools and Floods that a Flood could let in, by name, at most 200. */
    default List<Subject> poolsOutside(BodyRef flood) {
        return List.of();
    }

    /** The Pools and Floods that belong to a Flood, by name. */
    default List<Subject> poolsInside(BodyRef flood) {
        return List.of();
    }

    /** A member's name; of stewards it is public. */
    String person(UUID id);

    /** Members who could be named as stewards, by number, at most 200, with a note of who is one; empty where none are elected. */
    List<Subject> mayBeStewards(BodyRef body);

    /** Whether the body elects its stewards; a Flood does where its compact says so. */
    default boolean electsStewards(BodyRef body) {
        return body.kind() == BodyRef.Kind.POOL;
    }

    /** How many stewards there may be, and how many a vote could name now. */
    default Places stewardPlaces(BodyRef body) {
        return new Places(0, 0);
    }

    /** Places of stewards, and those that can be filled. */
    record Places(int most, int open) {}

    /** Members to choose from, by number, at most 200; empty for a Flood. */
    default List<Subject> members(BodyRef body) {
        return mayBeStewards(body);
    }

    /** The members who have exactly this name, at most 50, with a note that tells them apart; also those in no list here. */
    default List<Subject> membersNamed(BodyRef body, String name) {
        return members(body).stream()
                .filter(member -> member.name().equals(name))
                .toList();
    }

    /** The stewards whose term a vote can end, at most 50: of a Flood those that were elected. */
    List<Subject> stewards(BodyRef body);

    /**
     * Pages about a proposal besides its own, for example its receipts and its payout; may be empty.
     *
     * @param member whether a member of the body reads them
     */
    List<Link> links(UUID proposal, boolean member);

    /** What an action means in numbers, for each of those whom it touches; empty where there is nothing to say. */
    default Optional<Numbers> numbers(UUID proposal, BodyRef body, Action action) {
        return Optional.empty();
    }

    /**
     * A small table beside a vote.
     *
     * @param words a sentence or two; may be empty
     * @param heads of the columns; those of numbers begin with {@code #}
     * @param rows as many cells as heads
     * @param good whether it could be carried out as things stand
     */
    record Numbers(String title, String words, List<String> heads, List<List<String>> rows, boolean good) {}

    /** Whether stewards send what it gives to Floods: it has an account of its own. */
    default boolean paysByHand(BodyRef body) {
        return false;
    }

    /** Open pledges of a Pool, the oldest first; empty for a Flood. */
    default List<Subject> pledges(BodyRef pool) {
        return List.of();
    }

    /** A pledge in words. */
    default String pledge(UUID id) {
        return "";
    }

    /** Open rounds of a body, the oldest first. */
    default List<Subject> rounds(BodyRef body) {
        return List.of();
    }

    /** A round by its name. */
    default String round(UUID id) {
        return "";
    }

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
