package coop.pools.demo.web;

/** Pools as a client of its own sandbox provider, with the one redirect address that is registered. */
public record SandboxClient(String id, String secret, String redirectUri) {}
