package coop.pools.integrations.groups;

/** Who signed in: the provider's stable id for them and the name they use there. E-mail is never used as identity. */
public record SignedIn(String subject, String name, SourceToken token) {}
