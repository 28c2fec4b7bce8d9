package coop.pools.demo;

import java.time.Instant;
import java.util.Optional;

/** The sandbox provider's authorisation codes. */
public interface SandboxCodeStore {
    void insert(byte[] codeHash, Code code);

    Optional<Code> find(byte[] codeHash);

    /** Answers 1 for the first use, 0 for every other. */
    int use(byte[] codeHash, Instant at);

    /** What a code stands for. */
    record Code(String subject, String codeChallenge, String redirectUri, Instant expiresAt) {}
}
