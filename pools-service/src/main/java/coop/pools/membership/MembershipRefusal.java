package coop.pools.membership;

import coop.pools.kernel.RefusalCode;

/** Why joining, leaving, inviting or reading a roster is refused. */
public enum MembershipRefusal implements RefusalCode {
    /** Only members of the Pool may. */
    NOT_A_MEMBER(Kind.FORBIDDEN),
    /** Nobody becomes a member without accepting the bylaws. */
    BYLAWS_NOT_ACCEPTED(Kind.INVALID),
    /** The bylaws limit the number of members; facts: {@code cap}. */
    POOL_FULL(Kind.CONFLICT),
    /** A Pool that all have left is open only to those who were members or are invited. */
    POOL_EMPTY(Kind.FORBIDDEN),
    /** The members vote on everybody who wants to join. */
    ADMISSION_BY_VOTE(Kind.CONFLICT),
    /** A vote has put the person out; only another one lets them in. */
    REMOVED_BY_VOTE(Kind.FORBIDDEN),
    /** The bylaws want somebody inside to invite those who join. */
    INVITATION_NEEDED(Kind.FORBIDDEN),
    /** Nobody has to be asked: whoever wants to joins. */
    ADMISSION_IS_OPEN(Kind.CONFLICT),
    ALREADY_A_MEMBER(Kind.CONFLICT),
    /** The person has not asked to join. */
    NOT_ASKED(Kind.INVALID),
    /** The person asked to join and does not want to any more, or has been a member since. */
    REQUEST_WITHDRAWN(Kind.CONFLICT),
    /** Asked in vain not long ago; facts: {@code again}. */
    ASKED_LATELY(Kind.CONFLICT),
    /** Whoever it is about is not a member. */
    PERSON_NOT_A_MEMBER(Kind.INVALID),
    /** Unknown, expired, revoked or used up. */
    INVITATION_GONE(Kind.NOT_FOUND),
    /** A person may have 100 live invitations in a Pool. */
    TOO_MANY_INVITATIONS(Kind.CONFLICT),
    /** No such source is switched on; facts: {@code source}, {@code sources}. */
    UNKNOWN_SOURCE(Kind.INVALID),
    /** The group does not exist or is led by others; facts: {@code source}. */
    GROUP_NOT_LED(Kind.FORBIDDEN),
    /** The source wants fewer questions; facts: {@code source}, {@code retryAfterSeconds}. */
    SOURCE_RATE_LIMITED(Kind.TOO_MANY),
    /** The source gives no answer or a broken one; facts: {@code source}, {@code retryAfterSeconds}. */
    SOURCE_UNAVAILABLE(Kind.BUSY),
    /** The source said no; facts: {@code source}. */
    SOURCE_REFUSED(Kind.FORBIDDEN),
    /** The file is no list of people; facts: {@code reason}, {@code line}, {@code text}. */
    CSV_UNREADABLE(Kind.INVALID),
    /** The list has nobody in it. */
    CSV_EMPTY(Kind.INVALID),
    /** A person may have ten uploads waiting. */
    TOO_MANY_UPLOADS(Kind.CONFLICT);

    private final Kind kind;

    MembershipRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
