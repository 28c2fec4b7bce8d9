package coop.pools.integrations.groups.meetup;

import com.fasterxml.jackson.databind.JsonNode;
import coop.pools.integrations.groups.ProfileReader;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import java.util.Map;

/** Who a Meetup token belongs to: their member id, the same that rosters carry, and their name. */
final class MeetupProfile implements ProfileReader {
    private final MeetupGraphQl api;

    MeetupProfile(MeetupGraphQl api) {
        this.api = api;
    }

    @Override
    public Profile read(SourceToken token) {
        JsonNode self = api.ask(token, MeetupQueries.SELF, Map.of()).data().path("self");
        String id = self.path("id").asText("");
        if (!self.hasNonNull("id") || id.isBlank()) {
            throw new SourceFailure(Kind.TOKEN_REFUSED, "Meetup does not say whose token this is");
        }
        return new Profile(id, MeetupReading.name(self, id));
    }
}
