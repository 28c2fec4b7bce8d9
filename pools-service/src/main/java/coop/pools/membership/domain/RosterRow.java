package coop.pools.membership.domain;

import java.util.Optional;

/**
 * One person in a group's roster, as it is kept: nothing else about them is.
 *
 * @param subject tells people of one source apart: the source's id, or for CSV {@code id:}, {@code email:} or
 *     {@code name:} with what follows
 * @param name never blank
 * @param email from CSV files only
 * @param role {@code organiser}, {@code co-organiser} or {@code member}; gives no power
 */
public record RosterRow(String subject, String name, Optional<String> email, String role) {}
