package coop.pools.integrations.groups;

import java.time.Instant;
import java.util.Optional;

/**
 * A member of a group as its source knows them.
 *
 * @param subject the source's stable id for the person, the same as in sign-in; empty in some CSV files
 * @param name never blank; "Member 123" when the source has none
 * @param email only from CSV files: no API source gives it
 */
public record GroupMember(
        Optional<String> subject, String name, Role role, Optional<String> email, Optional<Instant> joinedAt) {
    /** What they do in the group; it gives no power in a Pool. */
    public enum Role {
        ORGANISER,
        CO_ORGANISER,
        MEMBER
    }
}
