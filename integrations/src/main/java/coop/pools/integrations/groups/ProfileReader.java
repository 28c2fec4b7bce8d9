package coop.pools.integrations.groups;

/** Reads who a fresh token belongs to; each provider has its own way. */
@FunctionalInterface
public interface ProfileReader {
    /** A network call; failures are {@link SourceFailure}. */
    Profile read(SourceToken token);

    /**
     * A person as their provider knows them.
     *
     * @param subject the provider's stable id, never blank
     * @param name never blank; "Member 123" when the provider has none
     */
    record Profile(String subject, String name) {}
}
