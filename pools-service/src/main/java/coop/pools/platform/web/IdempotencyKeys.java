package coop.pools.platform.web;

/** The keys of requests and their answers, in the database that all nodes share. */
public interface IdempotencyKeys {
    /** Claims a key for half a minute. */
    Outcome claim(Claim claim, byte[] bodyHash);

    /** The answer kept for a key that is {@link Outcome#ANSWERED}. */
    Answer answer(Claim claim);

    void keep(Claim claim, Answer answer);

    /** Gives a key back after a refusal. */
    void release(Claim claim);

    /** Forgets what is older than a week. */
    int forgetOld();

    /** Whose key, for which method and path. */
    record Claim(String caller, String route, String key) {}

    /** What was answered. {@code body} may be empty. */
    record Answer(int status, String mediaType, byte[] body) {}

    /** What a claim led to. */
    enum Outcome {
        CLAIMED,
        ANSWERED,
        OTHER_BODY,
        IN_USE
    }
}
