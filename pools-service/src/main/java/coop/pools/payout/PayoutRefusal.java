package coop.pools.payout;

import coop.pools.kernel.RefusalCode;

/** Why money cannot go out. */
public enum PayoutRefusal implements RefusalCode {
    /** There is no such payee in this Pool or Flood; facts: {@code field}. */
    UNKNOWN_PAYEE(Kind.INVALID),
    /** The link is wrong, used up or too old. */
    ONBOARDING_LINK_INVALID(Kind.FORBIDDEN),
    /** Only the member who invited the payee makes new links for them; facts: {@code name}. */
    INVITER_ONLY(Kind.FORBIDDEN),
    /** The payee can be paid already. */
    PAYEE_READY(Kind.CONFLICT),
    /** The id was used for a payee with other values. */
    PAYEE_EXISTS(Kind.CONFLICT),
    /** Only stewards carry payments out. */
    STEWARDS_ONLY(Kind.FORBIDDEN),
    /** Whoever is paid neither carries the payment out nor confirms its bank details. */
    PAYEE_HAS_NO_SAY(Kind.FORBIDDEN),
    /** The payout has ended, or does not wait for that. */
    NOTHING_TO_SAY(Kind.CONFLICT),
    /** Another steward has to have sent it first. */
    NOT_SENT_YET(Kind.CONFLICT),
    /** It has arrived where it was to go, so nobody can say that it has come back. */
    HAS_ARRIVED(Kind.CONFLICT),
    /** The payout has ended, is being tried, or waits for something else than its next try. */
    PAYOUT_NOT_WAITING(Kind.CONFLICT),
    /** The processor does not take this payee; facts: {@code reason}. */
    PAYEE_REFUSED(Kind.CONFLICT);

    private final Kind kind;

    PayoutRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
