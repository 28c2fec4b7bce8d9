package coop.pools.governance;

import coop.pools.kernel.RefusalCode;

/** Why proposals, ballots and comments are refused. */
public enum GovernanceRefusal implements RefusalCode {
    /** Only members of the Pool or Flood may do this. */
    MEMBERS_ONLY(Kind.FORBIDDEN),
    /** The person joined after the vote had opened; only the electorate of that moment votes. */
    NOT_IN_ELECTORATE(Kind.FORBIDDEN),
    /** Nor do those who joined after the vote on parting from a Pool opened. */
    CONCERNED_POOL_DOES_NOT_VOTE(Kind.FORBIDDEN),
    /** Only the author may withdraw a proposal. */
    AUTHOR_ONLY(Kind.FORBIDDEN),
    /** Who is to be put out does not vote on it. */
    CONCERNED_DO_NOT_VOTE(Kind.FORBIDDEN),
    /** Concerns are about payments; who is to be put out appeals in the same way. */
    CONCERN_NOT_ABOUT_MONEY(Kind.CONFLICT),
    /** The case has been answered, or its time is over. */
    CONCERN_SETTLED(Kind.CONFLICT),
    /** A vote is repeated once. */
    REPEATED_ALREADY(Kind.CONFLICT),
    /** Only the ombud in charge, who is no party to it, answers; later also deputies. */
    OMBUD_ONLY(Kind.FORBIDDEN),
    OMBUD_NOT_A_MEMBER(Kind.INVALID),
    OMBUD_NOT_ONE(Kind.CONFLICT),
    /** Facts: {@code most}. */
    OMBUDS_TOO_MANY(Kind.CONFLICT),
    /** Why a decision was not carried out: the same is voted on again; facts: {@code proposal}. */
    VOTED_ANEW(Kind.CONFLICT),
    /** Why a decision was not carried out: the members stopped it; facts: {@code proposal}. */
    STOPPED_BY_MEMBERS(Kind.CONFLICT),
    /** What a concern or a decision put to the members belongs to no author: neither changed nor, mostly, taken back. */
    PUT_TO_THE_MEMBERS(Kind.CONFLICT),
    /** What was to be stopped is over. */
    DECISION_OVER(Kind.CONFLICT),
    /** What came of a proposal is said by its author or by a steward. */
    OUTCOME_BY_AUTHOR_OR_STEWARD(Kind.FORBIDDEN),
    /** The day to look back lies ahead, within five years. */
    REVIEW_NOT_AHEAD(Kind.INVALID),
    /** What others should stand behind, its author cannot. */
    NOT_BY_THE_AUTHOR(Kind.FORBIDDEN),
    /** As the proposal stands now, this cannot be done any more or not yet; facts: {@code move}. */
    NOT_IN_THIS_STATE(Kind.CONFLICT),
    /** A person may keep so many drafts in a body; facts: {@code most}. */
    DRAFTS_TOO_MANY(Kind.CONFLICT),
    /** A person may have so many proposals on their way in a body, and make as many in a day; facts: {@code most}. */
    PROPOSALS_TOO_MANY(Kind.CONFLICT),
    /** A person may write so many comments in a day; facts: {@code most}. */
    COMMENTS_TOO_MANY(Kind.CONFLICT),
    /** A person may name delegates so often in a day and on so many topics; facts: {@code most}. */
    DELEGATIONS_TOO_MANY(Kind.CONFLICT),
    /** The count of a vote is hidden, and the person has named a delegate since it opened; facts: {@code title}, {@code closesAt}. */
    NAMED_ANOTHER_MEANWHILE(Kind.CONFLICT),
    /** A ballot is cast and changed so often at most; facts: {@code most}. */
    BALLOT_CHANGED_TOO_OFTEN(Kind.CONFLICT),
    /** A proposal may have so many wordings; facts: {@code most}. */
    EDITS_TOO_MANY(Kind.CONFLICT),
    /** A text is too short or too long; facts: {@code field}, {@code least}, {@code most} in characters. */
    TEXT_LENGTH(Kind.INVALID),
    /** A text holds control characters or half characters; facts: {@code field}. */
    TEXT_UNREADABLE(Kind.INVALID),
    /** An amount to decide about is not above zero. */
    AMOUNT_NOT_POSITIVE(Kind.INVALID),
    /** The vote would open before the time for discussion is over; facts: {@code discussHours}, {@code earliest}. */
    DISCUSSION_TOO_SHORT(Kind.INVALID),
    /** The vote would open too far ahead; facts: {@code mostDays}, {@code latest}. */
    OPENS_TOO_LATE(Kind.INVALID),
    /** Matters with a rule of their own take their time; facts: {@code field}. */
    CANNOT_BE_HURRIED(Kind.INVALID),
    /** The ballot paper cannot be voted on; facts: {@code field}, what is wrong with it. */
    PAPER_NOT_SOUND(Kind.INVALID),
    /** What was marked does not fit the ballot paper; facts: {@code method}. */
    BALLOT_NOT_VALID(Kind.INVALID),
    /** This proposal asks for a reason. */
    REASON_NEEDED(Kind.INVALID),
    /** Who would gain from it may only abstain, by the bylaws. */
    MUST_ABSTAIN(Kind.FORBIDDEN),
    /** By the bylaws a ballot cannot be changed or taken back. */
    BALLOT_IS_FINAL(Kind.CONFLICT),
    /** The bylaws have everybody vote in person. */
    DELEGATION_NOT_ALLOWED(Kind.FORBIDDEN),
    /** A delegate is another member. */
    DELEGATE_NOT_FIT(Kind.INVALID),
    /** A delegate is named for a day at least and for so many at most; facts: {@code most}. */
    DELEGATION_TOO_LONG(Kind.INVALID),
    /** It would come back to the person who gives it. */
    DELEGATION_IN_CIRCLE(Kind.CONFLICT),
    /** The delegate, or one further on, would vote for too many; facts: {@code most}. */
    DELEGATE_HOLDS_ENOUGH(Kind.CONFLICT),
    /** The id belongs to another proposal or comment. */
    ID_TAKEN(Kind.CONFLICT),
    /** Ballots are taken from {@code opensAt} on. */
    VOTING_NOT_OPEN(Kind.CONFLICT),
    /** Ballots were taken until {@code closesAt}. */
    VOTING_CLOSED(Kind.CONFLICT),
    /** The file to count again is there once the vote has closed. */
    VOTING_NOT_CLOSED(Kind.CONFLICT),
    /** A proposal cannot be withdrawn once its vote has opened; facts: {@code opensAt}. */
    VOTING_OPENED(Kind.CONFLICT),
    /** The same is voted on, or has passed and is still to be carried out; facts: {@code title}. */
    VOTED_ON_ALREADY(Kind.CONFLICT),
    /** One on its way is enough; facts: {@code title}, {@code proposal}. */
    SECOND_VOTE_PROPOSED(Kind.CONFLICT),
    /** The author has withdrawn the proposal. */
    PROPOSAL_WITHDRAWN(Kind.CONFLICT),
    /** The vote could not open; facts: {@code reason}, a refusal's code. */
    PROPOSAL_BLOCKED(Kind.CONFLICT);

    private final Kind kind;

    GovernanceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
