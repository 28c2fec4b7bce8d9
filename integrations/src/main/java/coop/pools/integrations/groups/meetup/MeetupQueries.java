package coop.pools.integrations.groups.meetup;

/**
 * What is asked of Meetup, as GraphQL for {@code /gql-ext} (schema of 2025-10-16). E-mail addresses are not asked
 * for: other people's are not given out, and the person's own is not needed to know them.
 */
final class MeetupQueries {
    static final String SELF = "query PoolsSelf { self { id name } }";

    /**
     * Groups that the person leads as their primary organiser. {@code MembershipsFilter} here and
     * {@code MembershipFilter} below are different types.
     */
    static final String GROUPS_LED = """
            query PoolsGroupsLed($after: String) {
              self {
                memberships(first: 50, after: $after, filter: {status: [LEADER], leaderSubset: PRIMARY}) {
                  pageInfo { hasNextPage endCursor }
                  edges {
                    node { id urlname name status link stats { memberCounts { all } } }
                    metadata { role status }
                  }
                }
              }
            }
            """;

    /** One hundred members: the largest page that is known to be answered. */
    static final String ROSTER = """
            query PoolsRoster($id: ID!, $after: String) {
              group(id: $id) {
                memberships(first: 100, after: $after, filter: {status: [ACTIVE, LEADER]}) {
                  totalCount
                  pageInfo { hasNextPage endCursor }
                  edges {
                    cursor
                    node { id name }
                    metadata { role status joinTime }
                  }
                }
              }
            }
            """;

    /** As in {@link #ROSTER}. */
    static final int ROSTER_PAGE = 100;

    private MeetupQueries() {}
}
