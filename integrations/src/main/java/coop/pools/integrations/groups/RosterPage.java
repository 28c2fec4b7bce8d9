package coop.pools.integrations.groups;

import java.util.List;
import java.util.Optional;

/**
 * Some members of a group, in the source's order.
 *
 * @param total how many the source says there are; empty when it does not say
 * @param next where the next page begins; empty on the last
 */
public record RosterPage(List<GroupMember> members, Optional<Integer> total, Optional<String> next) {
    public RosterPage {
        members = List.copyOf(members);
    }
}
