package coop.pools.governance;

import coop.pools.governance.domain.Blocked;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Outcome;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.governance.domain.Step;
import coop.pools.governance.domain.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps proposals. Every change happens once: it is conditional on the step that is due, and its answer tells whether
 * it took place.
 */
public interface ProposalStore {
    /** False when the id is in use. */
    boolean insert(Proposal proposal);

    /** Drafts are not found. */
    Optional<Proposal> find(UUID id);

    /** Waits for others and holds the proposal until the transaction ends; drafts are not found. */
    Optional<Proposal> lock(UUID id);

    /** The same for several, held in the order of their ids. */
    List<Proposal> lockAll(UUID[] ids);

    /** Holds the proposal if the step is due and nobody else holds it; empty otherwise. */
    Optional<Proposal> lockDue(UUID id, Step step, Instant now);

    /** Proposals whose step is due, the longest waiting first. */
    List<UUID> due(Step step, Instant now, int limit);

    /** Newest first, created before the given moment or at it with a lower id. */
    List<Proposal> newest(BodyRef body, Instant before, UUID beforeId, int limit);

    /**
     * Proposals with a step still to come, the nearest first. Where there are more, the nearest three of everybody come
     * before others, so that nobody hides another's behind many of their own.
     */
    List<Proposal> running(BodyRef body, int limit);

    /** Those of several bodies with a step still to come that do one of these, the nearest first; at most so many. */
    List<Proposal> runningOf(UUID[] bodies, String[] actionTypes, int limit);

    /** Those that have passed and wait to be carried out, the nearest first. */
    List<Proposal> passed(BodyRef body, int limit);

    /** All that can be voted on now, however many they are. */
    List<Proposal> voting(BodyRef body, Instant now);

    /** All of a type of action whose vote is open, or has passed and waits to be carried out. */
    List<Proposal> votedOn(BodyRef body, String actionType);

    boolean open(UUID id, Vote vote);

    void addParts(UUID id, List<RosterPart> parts);

    /** The frozen electorate in the order of Pool ids; empty before the opening. */
    List<RosterPart> parts(UUID id);

    /** Keeps for which members of a Flood the people of each Pool are counted. */
    void addSeats(UUID id, List<Seat> seats);

    /** In the order of members and Pools; empty before the opening and in a Pool. */
    List<Seat> seats(UUID id);

    /** Those parts of the electorates of these proposals that are of these Pools, in no order. */
    List<PartOf> partsOf(UUID[] proposals, UUID[] pools);

    /** A part of a proposal's electorate. */
    record PartOf(UUID proposal, UUID pool, long rosterVersion) {
        public RosterPart part() {
            return new RosterPart(pool, rosterVersion);
        }
    }

    /** The member is counted no more, nor are Pools that were counted for it alone. */
    void drop(UUID id, UUID member, Instant at);

    /** So many people are left in an open vote, for the quorum too. */
    void shrink(UUID id, long people);

    /** Stores the outcome; what is to be carried out falls due at {@code enactsAt}. */
    boolean close(UUID id, Instant closedAt, Outcome outcome, Optional<Instant> enactsAt);

    boolean enact(UUID id, Instant now);

    /** Moves the moment from which an open vote is to be closed; its stated time stays. */
    void closeFrom(UUID id, Instant at);

    /** Moves the moment at which a passed proposal is due; its stated time stays. */
    boolean postpone(UUID id, Instant until);

    boolean block(UUID id, Step step, Blocked reason);

    boolean withdraw(UUID id, Instant now);

    /** Ends the waiting of a proposal that has not found its sponsors. */
    boolean lapse(UUID id, Instant now);

    /** Keeps which decision asked for it. */
    void markAsked(UUID id, UUID decision);

    /** Whether a decision asked for it. */
    boolean isAsked(UUID id);

    /**
     * Whether it was put to the members by more than its author: by a decision, or by a dispute, which asks whether to stop
     * a payment, or the same once more.
     */
    boolean isPutToTheMembers(UUID id);

    /** How many proposals somebody has in a body that are to be voted on or voted on now, or were made since. */
    long countOf(BodyRef body, UUID author, Instant since);
}
