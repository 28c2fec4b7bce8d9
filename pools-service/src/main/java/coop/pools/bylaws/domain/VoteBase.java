package coop.pools.bylaws.domain;

/** What agreeing votes are compared with: agree + disagree; all ballots; or everybody who may vote. */
public enum VoteBase {
    CAST,
    CAST_AND_ABSTAIN,
    ALL
}
