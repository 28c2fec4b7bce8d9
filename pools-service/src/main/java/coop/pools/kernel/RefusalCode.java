package coop.pools.kernel;

/** One reason to refuse; each feature has an enum of its own. */
public interface RefusalCode {
    /** The public, stable code, for example {@code VOTING_CLOSED}. */
    String name();

    Kind kind();

    /** What sort of "no" it is; the web edge maps it to an HTTP status. */
    enum Kind {
        /** The request itself cannot be read: 400. */
        MALFORMED,
        /** Nobody is signed in: 401. */
        UNAUTHENTICATED,
        /** This person may not: 403. */
        FORBIDDEN,
        /** No such thing, or none that this person may see: 404. */
        NOT_FOUND,
        /** Not in this state, or not twice: 409. */
        CONFLICT,
        /** Too large: 413. */
        TOO_LARGE,
        /** Understood, but a rule forbids it: 422. */
        INVALID,
        /** Too many in too short a time: 429. */
        TOO_MANY,
        /** Passing trouble; the same request may succeed later: 503. */
        BUSY
    }
}
